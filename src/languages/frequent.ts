import { words } from './language.ts';

/**
 * What gives a language away where the script does not: its most frequent short words, and letters or endings that few
 * others have. Wider than the list of languages with data of their own, so that a Dutch text is not taken for German.
 */
export const frequentWords: Readonly<Record<string, readonly string[]>> = {
  en: words(
    "the of and to in is for that on with as was by at from it are be this has have an will not his its but he they were after over who their more new about up out into than says said what how when why could first year years us you your our we her been or all can would may one two amid against before no off i'm it's don't",
  ),
  de: words(
    'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn können gegen vom ihre seit wegen will soll neue neuer ich wir kein keine beim unter was jetzt warum',
  ),
  fr: words(
    "le la les de des du et en un une à est pour dans que qui par sur au avec pas plus ce se ne son sa ses aux ou il elle ont cette mais été sont leur après être fait nous vous comme selon entre sans sous contre chez dont où deux très tout c'est l' d' qu' n' s' d'un d'une l'an",
  ),
  es: words(
    'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras tras fue ha han son está según así años año hoy cómo',
  ),
  pt: words(
    'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos após diz são contra sobre ano anos hoje',
  ),
  it: words(
    "di e il la che in a un per è una del non con i le da si al dei gli nel della sono alla come più lo delle ha anche ma dal dalla nella se su o ai ed questo suo sua ci ancora fra tra loro essere stato era hanno tutti due dopo cosa contro senza perché quando chi così degli alle dell' all' nell' l' un' c'è d' sul sulla",
  ),
  nl: words(
    'de het een van en in is dat op te voor met zijn niet aan er om ook als dan maar bij uit of door over naar hij ze nog wel tot heeft worden wordt werd meer geen deze die dit hun na wat was moet kan tegen zich onder tussen waar waarom jaar nieuwe veel zo al hoe ik je we gaat',
  ),
  sv: words(
    'och i att det som en på är av för med den till inte har de om ett han men var jag från vi så kan när år efter ska under sig eller också nu hon sin där mot skulle blir ut vid över alla mer upp hade än genom många får vill nya nytt ny säger',
  ),
  da: words(
    'og i at det er en til på som med for den de af ikke der har et om han men var jeg fra vi så kan når år efter skal under sig eller også nu hun sin hvor mod ville bliver ud ved over alle mere op havde end af nye ny siger blev været efter dem kun få',
  ),
  no: words(
    'og i det er en til på som med for den de av ikke at har et om han men var jeg fra vi så kan når år etter skal under seg eller også nå hun sin hvor mot ville blir ut ved over alle mer opp hadde enn nye ny sier ble vært etter dem bare få mange',
  ),
  fi: words(
    'ja on ei että oli se hän mutta ovat kun niin myös kuin tai jo joka sen mukaan vain nyt ole voi hänen mitä vuoden sekä jos tämä näin enää siitä vielä ollut jotka mies kertoo suomen miten',
  ),
  pl: words(
    'i w na z do się nie że to jest o jak po co za od przez dla ale są przy tym jego czy był był była było być też już tylko oraz może ich ze który która które lub roku lat przed pod bez więc kiedy nad tak jednak między ma będzie wszystko nowe nowy po',
  ),
  cs: words(
    'a v se na je že s z do o i k to jako za by ve pro jsou ale po podle od jak které který která byl byla nebo už také jen až při má jeho když než před může v roce kde ještě není letech proti si bude být co jsme lidí',
  ),
  sk: words(
    'a v sa na je že s z do o i k to ako za by vo pre sú ale po podľa od ktoré ktorý ktorá bol bola alebo už aj len až pri má jeho keď než pred môže kde ešte nie rokov proti si bude byť čo sme ľudí',
  ),
  hu: words(
    'a az és hogy nem is egy ez meg van volt de már csak szerint el azt még mint ha pedig minden után lesz majd vagy kell fel ki be most ezt között két több magyar miatt akkor lehet így aki ami amely nagyon szer',
  ),
  ro: words(
    'de și în la a cu pe nu că din o pentru un este care mai se au al ale sau prin după ca fost sunt dar cum ce fi va lui despre între lor fără această acest cei unei unui când doar ani ar avea până pot spune împotriva',
  ),
  hr: words(
    'i u je na da se za su od s a o kao iz koji koja koje ne što ili ali po bi do nije samo biti bio bila već kako te prema još nakon može ako dok sve kada jer ima sam ga mu protiv zbog godine godina ljudi više',
  ),
  sl: words(
    'in je v se na da za so po z s ki bi pa ne od do tudi kot iz že pri o ali še kako bil bila biti več samo ko leta let če sta jih lahko med ter pred proti',
  ),
  tr: words(
    'bir ve bu da de için ile ne çok daha gibi olan olarak kadar sonra en ise ama var yok oldu olduğu etti dedi ya değil mi her o ki yeni son ilk iki karşı büyük üzerine göre türkiye tarafından ancak şu şey neden nasıl',
  ),
  id: words(
    'yang dan di ini dari untuk dengan pada itu dalam tidak akan juga ke karena oleh ada mereka saat tersebut sudah bisa kepada telah saya lebih kata menjadi sebagai atau para hari orang tahun kami bagi setelah seorang jadi usai soal bakal ungkap warga harga',
  ),
  vi: words(
    'và của là có không được trong cho một với các người này những đã khi để đến từ ra về tại ở như vào bị nhiều sẽ năm ngày cũng trên lại sau việt nam nhà phải theo thì đang hơn còn mới do',
  ),
  et: words(
    'ja on ei et see oli ka kui ta oma mis aga või siis kes veel üle pärast eesti eest ning seda juba aasta kuid',
  ),
  lv: words('un ir ka no ar uz par tas arī nav kas bet lai pēc vai pie gada kā viņš tika līdz latvijas būs vairāk'),
  lt: words('ir kad yra su į tai iš kaip o bet jau po ar dėl apie buvo nuo lietuvos bus tik metų prie kas ne už per'),
  ca: words(
    'de la que i el en a les per un amb els no una del és al va ha més però es com són han fins també aquest aquesta seva seu ens dels',
  ),
  sq: words(
    'dhe të në e i për me një që nga është ka më se do nuk u por janë si edhe kjo ai ky shqipërisë kosovës pas',
  ),
  ru: words(
    'и в на не что с по как это из к у за о от он но для его до при так же мы они был года было все после может она бы или только если уже были еще ещё будет со во из-за чтобы также того этом россии под том сообщил заявил более',
  ),
  uk: words(
    'і в на не що з та у до як за по це від його але для про він чи та було є під час які які ще або коли після того може лише бути вже україни року більше також щоб через має',
  ),
  bg: words(
    'и на в да се за от не са че с по е като до при които което който ще но през след това има към или бъде си те може само още година',
  ),
  sr: words(
    'и у је на да се за су од са а о као из који која које не што или али по би до није само бити био била већ како према још после може',
  ),
  el: words('και το να του η για την ο της με των που τον οι από είναι στο τα στην σε δεν'),
  ar: words('في من على إلى عن أن التي الذي هذا هذه ما مع بعد كان كما لا قال بين قد أو خلال ذلك'),
  fa: words('و در به از که این را با است برای آن یک شد می بر تا هم کرد نیز شده خود های ها اما'),
  ur: words('کے کی میں ہے کا اور سے نے کو پر ہیں کہ ایک یہ اس بھی نہیں'),
};

/** Letters that, among languages of one script, few but these use. */
export const tellingLetters: readonly { readonly letters: string; readonly codes: readonly string[] }[] = [
  { letters: 'ß', codes: ['de'] },
  { letters: 'äöü', codes: ['de'] },
  { letters: 'äö', codes: ['de', 'sv', 'fi', 'et', 'sk', 'hu', 'tr'] },
  { letters: 'å', codes: ['sv', 'da', 'no'] },
  { letters: 'æø', codes: ['da', 'no'] },
  { letters: 'ñ¿¡', codes: ['es'] },
  { letters: 'ãõ', codes: ['pt'] },
  { letters: 'ç', codes: ['pt', 'fr', 'ca', 'tr', 'sq'] },
  { letters: 'êèàœîûùëï', codes: ['fr'] },
  { letters: 'ìòù', codes: ['it'] },
  { letters: 'ąęłńśźż', codes: ['pl'] },
  { letters: 'řěů', codes: ['cs'] },
  { letters: 'ľĺŕô', codes: ['sk'] },
  { letters: 'őű', codes: ['hu'] },
  { letters: 'ășțâ', codes: ['ro'] },
  { letters: 'ğışİ', codes: ['tr'] },
  { letters: 'čšž', codes: ['cs', 'sk', 'hr', 'sl', 'lt', 'lv'] },
  { letters: 'đ', codes: ['vi', 'hr'] },
  { letters: 'ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ', codes: ['vi'] },
  { letters: 'õ', codes: ['et', 'pt', 'vi'] },
  { letters: 'āēīūģķļņ', codes: ['lv'] },
  { letters: 'ėųūįę', codes: ['lt'] },
  { letters: 'ыэёъ', codes: ['ru'] },
  { letters: 'іїєґ', codes: ['uk'] },
  { letters: 'ћђјљњџ', codes: ['sr'] },
  { letters: 'پچژگ', codes: ['fa', 'ur'] },
  { letters: 'ٹڈڑںے', codes: ['ur'] },
];
