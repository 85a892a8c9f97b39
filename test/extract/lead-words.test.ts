import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/extract/extract.ts';
import { languages } from '../../src/languages/languages.ts';

/** By language: a headline, how a list says how old it is, a link that does something, a link to a page about the site. */
const cases: Readonly<Record<string, readonly [headline: string, age: string, action: string, ownPage: string]>> = {
  en: [
    'Gulls nest on the roof of the town hall again',
    '3 hours ago',
    'Sign up here and have the best of the harbor sent to you each week',
    'How we use cookies on this site and what you can do about it now',
  ],
  de: [
    'Möwen brüten wieder auf dem Dach des Rathauses',
    'vor 3 Stunden',
    'Jetzt anmelden und jede Woche das Beste aus dem Hafen lesen können',
    'Hier steht das Impressum mit allen Angaben zu diesem Angebot der Stadt',
  ],
  fr: [
    'Les goélands nichent de nouveau sur le toit de la mairie',
    'il y a 3 heures',
    'Inscrivez-vous et recevez chaque semaine le meilleur du port chez vous',
    'Nos mentions légales et tout ce que vous devez savoir sur ce site',
  ],
  es: [
    'Las gaviotas anidan otra vez en el tejado del ayuntamiento',
    'hace 3 horas',
    'Suscríbete y recibe cada semana lo mejor del puerto en tu casa',
    'Lea el aviso legal de esta casa y todo lo que debe saber de ella',
  ],
  pt: [
    'Gaivotas fazem ninho outra vez no telhado da prefeitura',
    'há 3 horas',
    'Assine e receba toda semana o melhor do porto na sua casa agora',
    'Leia a política de privacidade desta casa e tudo o que deve saber',
  ],
  pl: [
    'Mewy znów gniazdują na dachu miejskiego ratusza',
    '3 godziny temu',
    'Zapisz się i co tydzień czytaj to, co w porcie było najlepsze dla nas',
    'Nasza polityka prywatności i wszystko, co warto o niej wiedzieć teraz',
  ],
  ru: [
    'Чайки снова вьют гнёзда на крыше городской ратуши',
    '3 часа назад',
    'Подпишитесь и получайте лучшее из жизни порта каждую неделю на почту',
    'Наша политика конфиденциальности и все, что о ней следует знать вам',
  ],
  tr: [
    'Martılar yine belediye binasının çatısına yuva yaptı',
    '3 saat önce',
    'Abone olun ve limandan en iyi haberleri her hafta evinize alın hemen',
    'Bu sitenin gizlilik politikası ve bilmeniz gereken her şey burada var',
  ],
  el: [
    'Γλάροι φωλιάζουν ξανά στη στέγη του δημαρχείου της πόλης',
    'πριν από 3 ώρες',
    'Εγγραφείτε και λάβετε κάθε εβδομάδα τα καλύτερα νέα του λιμανιού μας',
    'Οι όροι χρήσης αυτής της σελίδας και όσα πρέπει να ξέρετε για αυτούς',
  ],
  id: [
    'Burung camar bersarang lagi di atap balai kota pelabuhan',
    '3 jam yang lalu',
    'Berlangganan dan terima yang terbaik dari pelabuhan setiap pekan ini',
    'Baca kebijakan privasi situs ini dan semua yang perlu diketahui kini',
  ],
  vi: [
    'Chim hải âu lại làm tổ trên mái tòa thị chính thành phố',
    '3 giờ trước',
    'Đăng ký nhận những tin hay nhất từ bến cảng mỗi tuần tại nhà bạn',
    'Đọc chính sách bảo mật của trang này và mọi điều bạn nên biết rõ',
  ],
  hi: [
    'नगर भवन की छत पर फिर से समुद्री पक्षियों ने घोंसले बनाए',
    '3 घंटे पहले',
    'सदस्यता लें और हर सप्ताह बंदरगाह की सबसे अच्छी बातें घर पर पाएं अभी',
    'इस साइट की गोपनीयता नीति और उसके बारे में जानने योग्य सब कुछ यहां पढ़ें',
  ],
  ar: [
    'النوارس تعشش من جديد على سطح مبنى البلدية في الميناء',
    'منذ 3 ساعات',
    'اشترك الآن واحصل كل أسبوع على أفضل ما في الميناء من أخبار وصور جديدة',
    'اقرأ سياسة الخصوصية لهذا الموقع وكل ما يجب أن تعرفه عنها قبل الدخول',
  ],
  he: [
    'שחפים מקננים שוב על גג בניין העירייה הישן שבנמל',
    'לפני 3 שעות',
    'הירשמו וקבלו מדי שבוע את הטוב ביותר מהנמל ישר אליכם הביתה בלי תשלום',
    'כאן אפשר לקרוא את תנאי השימוש באתר הזה ואת כל מה שכדאי לדעת עליהם',
  ],
  th: [
    'นกนางนวลทำรังบนหลังคาศาลากลางเมืองอีกครั้งในปีนี้',
    '3 ชั่วโมงที่แล้ว',
    'สมัครสมาชิกเพื่อรับเรื่องที่ดีที่สุดจากท่าเรือทุกสัปดาห์',
    'อ่านนโยบายความเป็นส่วนตัวของเว็บไซต์นี้และทุกสิ่งที่ควรรู้',
  ],
  ko: [
    '갈매기가 시청 지붕에 다시 둥지를 틀었다고 시가 밝혔다',
    '3시간 전',
    '구독하기 항구의 가장 좋은 소식을 매주 집에서 받아 보세요 지금 바로',
    '이 사이트의 개인정보처리방침과 그에 대해 알아야 할 모든 것을 읽기',
  ],
  ja: [
    'カモメが市庁舎の屋根に再び巣を作ったと市が発表',
    '3時間前',
    '会員登録をして港の一番よい知らせを毎週自宅で受け取りましょう',
    'このサイトのプライバシーポリシーと知っておくべきことのすべて',
  ],
  zh: [
    '海鸥再次在市政厅的屋顶上筑巢引来许多市民',
    '3小时前',
    '订阅本站即可每周在家中收到港口最好的消息和图片欢迎加入',
    '请在这里阅读本站的隐私政策以及您应当了解的一切有关事项',
  ],
};

const text = [
  'The port authority of Haedong said on Wednesday that it would run night ferries on two routes from March, a step that shipowners have asked for since the harbor bridge was closed last autumn.',
  '"We want to know by summer whether people will use them," Han Jisoo, who heads the passenger office of the authority, told reporters at the terminal on the east side of the basin.',
];

/** Titles of the leads of a page with these links below its text. */
function check(links: readonly string[]): readonly string[] {
  const cards = links.map((link, at) => `<div><a href="/item-4821${at}">${link}</a></div>`);
  const content = `<!doctype html><html><head><title>Port to test night ferries</title></head><body>
<main><article><h1>Port to test night ferries</h1>${text.map((line) => `<p>${line}</p>`).join('')}</article></main>
<div>${cards.join('')}</div></body></html>`;
  const { article, leads } = extract({
    pageId: 'page',
    content,
    contentType: 'text/html; charset=utf-8',
    url: 'https://daily.example/news/port-to-test-night-ferries-48210',
    form: 'html',
    received: null,
    hint: {},
  }).value;
  assert.deepEqual(article.body.split('\n\n'), text);
  return leads.map((lead) => lead.title);
}

for (const [language, [headline, age, action, ownPage]] of Object.entries(cases)) {
  test(`${language}: a headline loses its age, what does something or is about the site is none`, () => {
    assert.deepEqual(check([`${headline} ${age}`, action, ownPage]), [headline]);
  });
}

test('every language with words around a text has its case', () => {
  const wanted = languages.filter((language) => language.furniture !== undefined).map((language) => language.code);
  assert.deepEqual(
    wanted.filter((code) => cases[code] === undefined),
    [],
  );
});

test('a length of time that is no age stays in the headline', () => {
  const titles = ['Harbor bridge to stay closed for another 3 weeks', 'Dock fire: former guard jailed for 18 months'];
  assert.deepEqual(check(titles), titles);
});

test('a long headline that begins as a button does is one where its address repeats it', () => {
  const content = (title: string, address: string) =>
    `<main><h1>Port to test night ferries</h1>${text.map((line) => `<p>${line}</p>`).join('')}</main><div class="more"><a href="${address}">${title}</a></div>`;
  const title = 'About 40 whales stranded on the north coast of the island';
  const { leads } = extract({
    pageId: 'page',
    content: content(title, '/news/about-40-whales-stranded-on-the-north-coast'),
    contentType: 'text/html; charset=utf-8',
    url: 'https://daily.example/news/port-to-test-night-ferries-48210',
    form: 'html',
    received: null,
    hint: {},
  }).value;
  assert.deepEqual(
    leads.map((lead) => lead.title),
    [title],
  );
});
