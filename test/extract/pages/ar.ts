import type { PageCase } from './page-case.ts';

export const ar: readonly PageCase[] = [
  {
    build: 'blog engine: a pointer to another story between paragraphs, share row, tags, related posts, comments',
    url: 'https://www.minaa.example/society/48213/',
    byline: ['سلمى حداد'],
    published: '2024-03-14T09:20:00+03:00',
    credit: null,
    page: `<!doctype html><html lang="ar" dir="rtl"><head><title>هيئة الميناء تختبر العبارات الليلية في الربيع - جريدة الميناء</title>
<meta property="og:title" content="هيئة الميناء تختبر العبارات الليلية في الربيع"><meta property="article:published_time" content="2024-03-14T09:20:00+03:00"></head><body class="rtl single">
<header><nav><ul class="menu"><li><a href="/">الرئيسية</a></li><li><a href="/politics/">سياسة</a></li><li><a href="/economy/">اقتصاد</a></li><li><a href="/sport/">رياضة</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">الرئيسية</a> / <a href="/society/">مجتمع</a></div>
<article class="post"><h1 class="entry-title">⟨هيئة الميناء تختبر العبارات الليلية في الربيع⟩</h1>
<div class="post-meta"><span class="author"><a rel="author" href="/author/salma/">سلمى حداد</a></span><span class="date">14 مارس 2024</span><span>دقيقتان للقراءة</span></div>
<div class="share-buttons"><a href="#">فيسبوك</a><a href="#">تويتر</a><a href="#">واتساب</a><a href="#">طباعة</a></div>
<div class="entry-content"><p>⟦أعلنت هيئة الميناء في مدينة الحديد يوم الخميس أنها ستبدأ تشغيل عبارات ليلية على خطين اعتبارا من أول أبريل، بعد إغلاق الجسر الذي يربط ضفتي المدينة.⟧</p>
<p><strong>اقرأ أيضا: </strong><a href="/society/48190/">⟪ستة أشهر على إغلاق الجسر: سكان الجزيرة ينتظرون الفجر⟫</a></p>
<p>⟦وقال مدير خدمات الركاب إن الهيئة تريد أن تعرف قبل الصيف عدد المستفيدين، وإن سعر التذكرة لن يتغير عن سعر النهار.⟧</p>
<p>⟦وحذرت نقابة البحارة من نقص في الأطقم، فيما قالت الهيئة إنها ستوظف أربعين شخصا قبل الرحلة الأولى.⟧</p>
<div class="telegram"><p>تابعوا قناتنا على تلغرام للحصول على آخر الأخبار لحظة بلحظة</p></div></div>
<div class="tags"><a href="/tag/1/">الميناء</a><a href="/tag/2/">العبارات</a><a href="/tag/3/">النقل البحري</a></div>
<section class="related-posts"><h3>مقالات ذات صلة</h3><ul><li><a href="/culture/48177/">⟪مدرسة الجزيرة تستعيد خريطتها القديمة بعد قرن⟫</a></li><li><a href="/economy/48160/">⟪أسعار الرنجة ترتفع لليوم الثالث على التوالي⟫</a></li></ul></section></article>
<div id="comments"><h3>اترك تعليقاً</h3><p>لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p></div>
<footer><p>جميع الحقوق محفوظة © 2024 جريدة الميناء</p></footer></body></html>`,
  },
  {
    build: 'div soup with a wire credit line, picture credit, sidebar of most read',
    url: 'https://khabar.example/Home/Article/317204',
    byline: [],
    published: '2024-03-15',
    credit: 'Reuters',
    page: `<!doctype html><html lang="ar"><head><title>آخر حارس منارة يغادر الجزيرة بعد أربعين عاما | خبر الساحل</title></head><body dir="rtl">
<div class="top-menu"><a href="/">الرئيسية</a><a href="/Home/Local">محليات</a><a href="/Home/World">عربي ودولي</a></div>
<div class="row"><div class="col-8"><div class="details"><h1>⟨آخر حارس منارة يغادر الجزيرة بعد أربعين عاما⟩</h1>
<div class="time">نشر في: 15 مارس 2024 - 18:30</div><div class="src">المصدر: رويترز</div>
<div class="img-box"><img src="/2.jpg"><span>الحارس أمام منارة الجزيرة - تصوير: نبيل رشيد</span></div>
<div class="text"><p>⟦يغادر نبيه منصور، حارس المنارة في جزيرة الصخرة السوداء، مكان عمله في نهاية الشهر بعد أن أصبحت المنارة تعمل آليا.⟧</p>
<p>⟦وقال منصور البالغ من العمر 62 عاما إن الآلة تستطيع أن تشعل الضوء وتطفئه، لكن القلق على السفينة الغائبة يحتاج إلى إنسان.⟧</p>
<p>⟦وتعيش في الجزيرة ثماني عائلات، ولن يبقى فيها بعد رحيله سوى أحد عشر شخصا في الشتاء.⟧</p>
<p>⟦وتدرس الهيئة البحرية تحويل بيت الحارس إلى متحف صغير، على أن تقرر ذلك قبل الصيف.⟧</p></div>
<div class="social"><span>شارك</span><a href="#">فيسبوك</a><a href="#">واتساب</a></div>
<div class="box"><h4>مواضيع ذات صلة</h4><a href="/Home/Article/317190">⟪عبارات ليلية على خطين اعتبارا من أبريل المقبل⟫</a><a href="/Home/Article/317188">⟪إصلاح جسر الميناء يتأخر ثلاثة أسابيع أخرى⟫</a></div></div></div>
<div class="col-4"><h4>الأكثر قراءة</h4><ul><li><a href="/Home/Article/316900">⟪الحديقة الشتوية تستقبل عشرين ألف زائر في يومها الأول⟫</a></li></ul></div></div>
<div class="footer">من نحن | اتصل بنا | سياسة الخصوصية<br>© 2024 خبر الساحل. جميع الحقوق محفوظة.</div></body></html>`,
  },
  {
    build: 'bare text',
    url: 'https://dump.example/ar/3',
    byline: [],
    published: '2024-03-18',
    credit: 'AFP',
    page: `بوابة الحديد
الرئيسية
أخبار عاجلة
- ⟪الجزيرة تجرب توصيل البريد بالطائرات المسيرة⟫
- ⟪تجار السوق يرحبون بعبارات الليل الجديدة⟫

⟨مجلس المدينة يقر حماية المنارات القديمة بالإجماع⟩
نشر في 18 مارس 2024
شارك المقال

⟦الحديد (أ ف ب) - أقر مجلس مدينة الحديد الاثنين بالإجماع قرارا يقضي بحماية ثلاث منارات قديمة على الساحل.⟧

⟦وينص القرار على أن تفحص المدينة حال المنارات كل عامين وأن تتحمل نصف كلفة الترميم.⟧

⟦وقال صاحب الاقتراح إن المنارات ذاكرة البحر، وإن ما يهدم منها لن يعود.⟧

جميع الحقوق محفوظة © بوابة الحديد

الأكثر قراءة
- ⟪مدرسة الجزيرة تستعيد خريطتها القديمة⟫
- ⟪أربعون وظيفة جديدة في ميناء الحديد قبل الصيف⟫
المزيد`,
  },
];
