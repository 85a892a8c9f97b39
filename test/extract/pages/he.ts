import type { PageCase } from './page-case.ts';

export const he: readonly PageCase[] = [
  {
    build: 'article element: inline pointers with a label, newsletter box, talkbacks',
    url: 'https://www.hanamal.example/news/local/article/b1k48213',
    byline: ['נועה ברק'],
    published: '2024-03-14T09:20:00+02:00',
    credit: null,
    page: `<!doctype html><html lang="he" dir="rtl"><head><title>רשות הנמל תפעיל מעבורות לילה מהאביב | הנמל</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"רשות הנמל תפעיל מעבורות לילה מהאביב","datePublished":"2024-03-14T09:20:00+02:00","author":{"@type":"Person","name":"נועה ברק"}}</script></head><body>
<nav class="main-nav"><a href="/news">חדשות</a><a href="/money">כלכלה</a><a href="/sport">ספורט</a><a href="/culture">תרבות</a></nav>
<main><article><h1>⟨רשות הנמל תפעיל מעבורות לילה מהאביב⟩</h1>
<div class="author">נועה ברק</div><div class="dates">פורסם: 14.03.24, 09:20 | עודכן: 10:02</div>
<div class="share"><button>שתפו בפייסבוק</button><button>שתפו בוואטסאפ</button><button>הדפסה</button></div>
<div class="article-body"><p>⟦רשות הנמל של עיר החוף הודיעה היום כי החל מהראשון באפריל יופעלו מעבורות לילה בשני קווים, לתקופת ניסיון של שלושה חודשים.⟧</p>
<p>⟦ההחלטה התקבלה לאחר שהגשר המחבר בין שתי גדות הנמל נסגר בסתיו, ותושבי האי נאלצו לנסוע שישים קילומטרים בדרך הביתה.⟧</p>
<div class="related-inline"><span>כתבות נוספות:</span><ul><li><a href="/news/local/article/b1k48190">⟪חצי שנה בלי גשר: תושבי האי מחכים לבוקר⟫</a></li><li><a href="/news/local/article/b1k48177">⟪המפה הישנה חזרה לבית הספר של האי⟫</a></li></ul></div>
<p>⟦"אנחנו רוצים לדעת עד הקיץ כמה אנשים ישתמשו בשירות", אמר מנהל מחלקת הנוסעים. מחיר הכרטיס יהיה זהה למחיר ביום.⟧</p>
<p>⟦ועד העובדים הזהיר מפני מחסור באנשי צוות. ברשות אמרו כי יגויסו ארבעים עובדים לפני ההפלגה הראשונה.⟧</p>
<p>מצאתם טעות בכתבה? <a href="/report">כתבו לנו</a></p></div>
<div class="newsletter"><h4>הירשמו לניוזלטר שלנו</h4><p>כל בוקר נשלח אליכם את הסיפורים החשובים של היום. אפשר לבטל בכל רגע.</p></div>
<div class="tags"><a href="/topics/1">נמל</a><a href="/topics/2">תחבורה ימית</a></div></article>
<section class="comments"><h3>תגובות</h3><p>סוף סוף! כבר חצי שנה אני ישן אצל אחותי בעיר ולא רואה את הילדים.</p><p>ומי ישלם על זה? כמו תמיד משלם המסים.</p></section></main>
<footer><p>© כל הזכויות שמורות להנמל</p></footer></body></html>`,
  },
  {
    build: 'div soup: wire name beside the writer, most read list, copyright line',
    url: 'https://kolhayam.example/Article.aspx?id=317204',
    byline: [],
    published: '2024-03-15',
    credit: 'AP',
    page: `<html><head><title>שומר המגדלור האחרון עוזב את האי אחרי ארבעים שנה - קול הים</title><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="rtl">
<div id="menu"><a href="/">ראשי</a><a href="/cat.aspx?c=1">חדשות</a><a href="/cat.aspx?c=2">דעות</a></div>
<div id="content"><h1>⟨שומר המגדלור האחרון עוזב את האי אחרי ארבעים שנה⟩</h1>
<div class="credit">סוכנות AP | 15/03/2024 18:30</div>
<div class="pic"><img src="2.jpg"><br><span>המגדלור באי הסלע השחור. צילום: דורון לביא</span></div>
<div class="txt">⟦נביה מנסור, שומר המגדלור באי הסלע השחור, יעזוב בסוף החודש את מקום עבודתו לאחר שהמגדלור הפך לאוטומטי.⟧<br><br>
⟦"מכונה יכולה להדליק ולכבות את האור, אבל לדאוג לספינה שלא הגיעה יכול רק אדם", אמר מנסור בן ה-62.⟧<br><br>
⟦שמונה משפחות גרות באי. אחרי שיעזוב יישארו בו בחורף אחד עשר איש בלבד.⟧<br><br>
⟦רשות הים תחליט עד הקיץ אם להפוך את בית השומר למוזיאון קטן.⟧</div>
<div class="fb"><a href="#">שתף</a> <a href="#">שלח לחבר</a> <a href="#">גרסת הדפסה</a></div></div>
<div id="side"><div class="t">הנקראות ביותר</div><a href="/Article.aspx?id=316900">⟪עשרים אלף מבקרים בגן החורף ביום הראשון⟫</a><br><a href="/Article.aspx?id=316877">⟪מחיר ההרינג עולה זה היום השלישי ברציפות⟫</a></div>
<div id="bottom">תנאי שימוש | צור קשר<br>כל הזכויות שמורות © קול הים 2024</div></body></html>`,
  },
  {
    build: 'stub behind a paywall',
    url: 'https://www.hanamal.example/money/article/premium-48301',
    byline: ['יואב ארד'],
    published: '2024-03-18T16:40:00+02:00',
    credit: null,
    kind: 'stub',
    page: `<!doctype html><html lang="he" dir="rtl"><head><title>מי מרוויח מהמעבורות החדשות | הנמל</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"מי מרוויח מהמעבורות החדשות","datePublished":"2024-03-18T16:40:00+02:00","isAccessibleForFree":"False","author":{"@type":"Person","name":"יואב ארד"}}</script></head><body>
<nav><a href="/news">חדשות</a><a href="/money">כלכלה</a></nav>
<article><h1>⟨מי מרוויח מהמעבורות החדשות⟩</h1><p class="byline">יואב ארד</p><time datetime="2024-03-18T16:40:00+02:00">18 במרץ 2024</time>
<div class="body"><p>⟦שלוש חברות הגישו הצעות להפעלת מעבורות הלילה, ורק אחת מהן מחזיקה כבר היום באוניות שמתאימות לנמל הרדוד.⟧</p>
<p>⟦לפי המסמכים שהגיעו לידי הנמל, ההצעה הזולה ביותר נפסלה כבר בשלב הראשון, אך הרשות מסרבת לומר מדוע ומי⟧</p></div>
<div class="paywall-box"><h3>כתבה זו פתוחה למנויים בלבד</h3><p>הצטרפו עכשיו וקראו ללא הגבלה בחודש הראשון במתנה</p><a href="/subscribe">לרכישת מינוי</a><a href="/login">כבר מנוי? התחבר</a></div></article>
<aside><h3>אולי יעניין אותך</h3><ul><li><a href="/money/article/48288">⟪ארבעים משרות חדשות בנמל עוד לפני הקיץ⟫</a></li></ul></aside>
<footer>© כל הזכויות שמורות להנמל</footer></body></html>`,
  },
];
