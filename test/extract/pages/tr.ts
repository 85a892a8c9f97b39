import type { PageCase } from './page-case.ts';

export const tr: readonly PageCase[] = [
  {
    build: 'agency story on a portal: pointers between paragraphs, tags, comment form',
    url: 'https://www.limanhaber.example/gundem/gece-feribotlari-ilkbaharda-basliyor-48213',
    byline: [],
    published: '2024-03-14T09:20:00+03:00',
    credit: 'Anadolu',
    page: `<!doctype html><html lang="tr"><head><title>Gece feribotları ilkbaharda başlıyor - Liman Haber</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Gece feribotları ilkbaharda başlıyor","datePublished":"2024-03-14T09:20:00+03:00","dateModified":"2024-03-14T10:02:00+03:00","author":{"@type":"Organization","name":"Liman Haber"}}</script></head><body>
<header><nav><a href="/gundem">Gündem</a><a href="/ekonomi">Ekonomi</a><a href="/spor">Spor</a><a href="/yazarlar">Yazarlar</a></nav></header>
<article><h1>⟨Gece feribotları ilkbaharda başlıyor⟩</h1><div class="meta"><span>Giriş Tarihi: 14.03.2024 09:20</span><span>Son Güncelleme: 14.03.2024 10:02</span><span>Kaynak: AA</span></div>
<div class="share"><a href="#">Paylaş</a><a href="#">Tweetle</a><a href="#">WhatsApp</a><a href="#">Yazdır</a></div>
<div class="content-text"><p>⟦Liman İdaresi, 1 Nisan'dan itibaren iki hatta gece feribotu çalıştıracağını perşembe günü açıkladı. Deneme üç ay sürecek.⟧</p>
<p>⟦Liman köprüsü geçen sonbaharda kapatılmış, adada yaşayanlar evlerine dönmek için altmış kilometre dolaşmak zorunda kalmıştı.⟧</p>
<p><a href="/gundem/koprusuz-alti-ay-48190"><strong>İLGİLİ HABER ⟪Köprüsüz altı ay: Adalılar sabahı bekliyor⟫</strong></a></p>
<p>⟦Yolcu hizmetleri müdürü, "Yaza kadar kaç kişinin kullandığını görmek istiyoruz" dedi. Bilet fiyatı gündüzle aynı olacak.⟧</p>
<p>⟦Sendika, personelin zaten yetersiz olduğu uyarısında bulundu. İdare ilk seferden önce kırk kişi alacak.⟧</p></div>
<div class="tags"><span>Etiketler:</span><a href="/etiket/feribot">feribot</a><a href="/etiket/liman">liman</a></div></article>
<section class="related"><h3>İlgili Haberler</h3><ul><li><a href="/kultur/eski-harita-okula-dondu-48177">⟪Eski harita ada okuluna geri döndü⟫</a></li><li><a href="/ekonomi/ringa-fiyatlari-yukseliyor-48160">⟪Ringa fiyatları üç gündür yükseliyor⟫</a></li></ul></section>
<section class="comments"><h3>Yorumlar</h3><p>Yorum yapabilmek için üye girişi yapmalısınız. Küfür, hakaret içeren yorumlar onaylanmamaktadır.</p></section>
<footer><p>Sitemizde yayınlanan haberlerin telif hakları Liman Haber'e aittir. Tüm hakları saklıdır © 2024</p></footer></body></html>`,
  },
  {
    build: 'div soup with a column writer and font tools',
    url: 'https://korfezgazetesi.example/haber/317204/son-fener-bekcisi',
    byline: ['Deniz Aksoy'],
    published: '2024-03-15',
    credit: null,
    page: `<html lang="tr"><head><title>Son fener bekçisi adadan ayrılıyor | Körfez Gazetesi</title></head><body>
<div class="ust"><a href="/">Anasayfa</a><a href="/foto">Foto Galeri</a><a href="/video">Video</a></div>
<div class="orta"><div class="baslik"><h1>⟨Son fener bekçisi adadan ayrılıyor⟩</h1></div><div class="bilgi"><span>Haber: Deniz Aksoy</span> <span>15 Mart 2024 - 18:30</span> <span>A+ A-</span></div>
<div class="resim"><img src="/2.jpg"><em>Karataş Adası'ndaki fener. (Fotoğraf: Ece Tuna)</em></div>
<div class="metin"><p>⟦Karataş Adası'ndaki feneri kırk yıldır bekleyen Halil Kaya ay sonunda görevinden ayrılıyor. Fener gelecek ay otomatik hale gelecek.⟧</p>
<p>⟦Kaya, "Işığı yakıp söndürmeyi makine de yapar ama gelmeyen gemi için kaygılanmak insan işidir" diyor.⟧</p>
<div class="reklam">REKLAM</div>
<p>⟦Adada sekiz aile yaşıyor. O gittikten sonra kışı on bir kişi geçirecek.⟧</p>
<p>⟦İdare, bekçi evini müzeye dönüştürüp dönüştürmeyeceğine yaza kadar karar verecek.⟧</p></div>
<div class="paylas">Bu haberi paylaş: <a href="#">Facebook</a> <a href="#">Twitter</a></div></div>
<div class="yan"><h3>Çok Okunanlar</h3><ul><li><a href="/haber/316900/kis-bahcesi">⟪Kış bahçesini ilk gün yirmi bin kişi gezdi⟫</a></li><li><a href="/haber/316877/kopru-onarimi">⟪Köprü onarımı üç hafta daha sürecek⟫</a></li></ul></div>
<div class="alt">Künye | İletişim | Gizlilik Politikası<br>© Körfez Gazetesi. Kaynak gösterilmeden alıntı yapılamaz.</div></body></html>`,
  },
  {
    build: 'bare text',
    url: 'https://dump.example/tr/3',
    byline: [],
    published: '2024-03-18',
    credit: 'DHA',
    page: `Ada Postası
Gündem
Spor
Son Dakika
- ⟪Adada postayı artık insansız hava araçları taşıyor⟫
- ⟪Pazar esnafı gece feribotlarını memnuniyetle karşıladı⟫

⟨Eski deniz fenerleri oy birliğiyle koruma altında⟩
Yayınlanma: 18.03.2024 - 16:40
Paylaş

⟦Kent meclisi pazartesi günü toplanarak kıyıdaki üç eski deniz fenerinin korunmasını oy birliğiyle kabul etti.⟧

⟦Karara göre belediye fenerlerin durumunu iki yılda bir inceleyecek, onarım giderlerinin yarısını karşılayacak.⟧

⟦Öneriyi veren meclis üyesi Meltem Uçar, "Fenerler denizin belleğidir, yıkılan bir daha geri gelmez" dedi.⟧ (DHA)

Tüm hakları saklıdır

Çok Okunanlar
- ⟪Eski harita ada okuluna geri döndü⟫
- ⟪Limanda yaza kadar kırk kişi işe alınacak⟫
Devamı`,
  },
];
