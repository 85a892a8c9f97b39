import type { PageCase } from './page-case.ts';

export const id: readonly PageCase[] = [
  {
    build: 'portal: pointers after every second paragraph, pager, editor line, channel line',
    url: 'https://www.kabardermaga.example/nasional/read/2024/03/14/48213/feri-malam-mulai-april',
    byline: ['Rina Laut'],
    published: '2024-03-14T09:20:00+07:00',
    credit: null,
    page: `<!doctype html><html lang="id"><head><title>Feri Malam Mulai Beroperasi April - Kabar Dermaga</title>
<meta property="article:published_time" content="2024-03-14T09:20:00+07:00"><meta name="author" content="Rina Laut"></head><body>
<header><nav><a href="/nasional">Nasional</a><a href="/ekonomi">Ekonomi</a><a href="/olahraga">Olahraga</a></nav></header>
<main><div class="breadcrumb"><a href="/">Home</a> <a href="/nasional">Nasional</a></div><h1>⟨Feri Malam Mulai Beroperasi April⟩</h1><div class="read__author">Rina Laut</div><div class="read__time">Kabar Dermaga - Kamis, 14 Mar 2024 09:20 WIB</div>
<div class="read__content"><p>⟦<strong>DERMAGA, KABAR</strong> - Otoritas pelabuhan akan menjalankan feri malam di dua jalur mulai 1 April. Uji coba itu berlangsung tiga bulan.⟧</p>
<p>⟦Jembatan pelabuhan ditutup sejak musim hujan lalu sehingga warga pulau harus memutar enam puluh kilometer untuk pulang pada malam hari.⟧</p>
<p><strong>Baca juga: <a href="/nasional/read/2024/03/10/48190/enam-bulan-tanpa-jembatan">⟪Enam Bulan Tanpa Jembatan, Warga Pulau Menunggu Pagi⟫</a></strong></p>
<div class="ads">ADVERTISEMENT</div><p class="ads-note">SCROLL TO CONTINUE WITH CONTENT</p>
<p>⟦"Kami ingin tahu sebelum musim kemarau berapa banyak orang yang memakainya," kata kepala layanan penumpang. Harga tiketnya sama dengan siang hari.⟧</p>
<p><strong>Baca juga: <a href="/ekonomi/read/2024/03/12/48160/harga-ikan-naik-tiga-hari">⟪Harga Ikan Naik Tiga Hari Berturut-turut⟫</a></strong></p>
<p>⟦Serikat pekerja mengingatkan bahwa awak kapal sudah kurang. Otoritas akan merekrut empat puluh orang.⟧</p></div>
<div class="paging"><span>Halaman</span> <a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=all">Tampilkan Semua</a></div>
<div class="editor">Editor: Bayu Karang</div><p class="channel">Ikuti Saluran WhatsApp Kabar Dermaga untuk mendapatkan berita terkini setiap hari.</p>
<div class="tag"><span>Tag</span><a href="/tag/feri">feri malam</a><a href="/tag/pelabuhan">pelabuhan</a></div>
<section class="terkait"><h3>Berita Terkait</h3><ul><li><a href="/budaya/read/2024/03/02/48177/peta-tua-kembali">⟪Peta Tua Kembali ke Sekolah di Pulau⟫</a></li></ul></section></main>
<aside><h3>Terpopuler</h3><ol><li><a href="/nasional/read/2024/03/13/48101/taman-musim-dingin">⟪Taman Kota Didatangi Dua Puluh Ribu Orang pada Hari Pertama⟫</a></li></ol></aside>
<footer><p>Copyright 2024 Kabar Dermaga. Hak cipta dilindungi undang-undang.</p></footer></body></html>`,
  },
  {
    build: 'agency page in div soup with writer and editor below the text',
    url: 'https://beritateluk.example/berita/317204/penjaga-mercusuar-terakhir',
    byline: ['Dewi Samudra'],
    published: '2024-03-15',
    credit: 'Antara',
    page: `<html lang="id"><head><title>Penjaga mercusuar terakhir tinggalkan pulau | Berita Teluk</title></head><body>
<div class="menu"><a href="/">Beranda</a><a href="/daerah">Daerah</a><a href="/foto">Foto</a></div>
<div class="post"><h1>⟨Penjaga mercusuar terakhir tinggalkan pulau⟩</h1><p class="simple-share">Jumat, 15 Maret 2024 18:30 WIB</p>
<div class="foto"><img src="/2.jpg"><div class="cap">Mercusuar di Pulau Batu Hitam. (Foto: Arif Laksana)</div></div>
<div class="post-content">⟦Batu Hitam (ANTARA) - Pak Karang, penjaga mercusuar di Pulau Batu Hitam selama empat puluh tahun, akan pergi pada akhir bulan ini karena lampunya kini diatur mesin.⟧<br><br>
⟦"Menyalakan dan mematikan lampu bisa dilakukan mesin, tetapi cemas pada kapal yang belum pulang hanya bisa dilakukan manusia," katanya.⟧<br><br>
⟦Delapan keluarga tinggal di pulau itu. Setelah ia pergi, hanya sebelas orang yang bertahan pada musim barat.⟧<br><br>
Pewarta: Dewi Samudra<br>Editor: Bayu Karang<br>Hak Cipta © Berita Teluk 2024</div>
<div class="bagikan">Bagikan: <a href="#">Facebook</a> <a href="#">X</a></div></div>
<div class="sidebar"><h4>Berita Terpopuler</h4><ul><li><a href="/berita/316900/jembatan-tiga-pekan-lagi">⟪Perbaikan jembatan molor tiga pekan lagi⟫</a></li><li><a href="/berita/316877/pos-pulau-pakai-drone">⟪Kantor pos pulau mulai memakai drone⟫</a></li></ul></div></body></html>`,
  },
  {
    build: 'accelerated mobile page',
    url: 'https://amp.pulaunews.example/read/48301/mercusuar-tua-dilindungi',
    byline: ['Sari Ombak'],
    published: '2024-03-18T16:40:00+07:00',
    credit: null,
    page: `<!doctype html><html amp lang="id"><head><title>Mercusuar Tua Dilindungi, Dewan Kota Sepakat Bulat</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Mercusuar Tua Dilindungi, Dewan Kota Sepakat Bulat","datePublished":"2024-03-18T16:40:00+07:00","author":{"@type":"Person","name":"Sari Ombak"}}</script></head><body>
<amp-sidebar><a href="/news">News</a><a href="/bola">Bola</a></amp-sidebar><article><h1>⟨Mercusuar Tua Dilindungi, Dewan Kota Sepakat Bulat⟩</h1><div class="author">Sari Ombak</div><div class="date">Senin, 18 Maret 2024 - 16:40 WIB</div>
<amp-img src="/3.jpg"></amp-img><div class="caption">Rapat dewan kota (Dok. Pulau News)</div>
<p>⟦Dewan kota pada Senin menyetujui perlindungan tiga mercusuar tua di pesisir yang semula akan dirobohkan untuk lahan parkir.⟧</p>
<p>⟦Kota akan memeriksa bangunan itu setiap dua tahun dan menanggung setengah biaya perbaikan.⟧</p>
<amp-ad></amp-ad><p><strong>BACA JUGA: </strong><a href="/read/48290/penjaga-mercusuar-pamit">⟪Penjaga Mercusuar Pamit Setelah Empat Puluh Tahun⟫</a></p>
<p>⟦"Mercusuar adalah ingatan laut. Yang dirobohkan tidak akan kembali," kata pengusul aturan itu.⟧</p></article>
<div class="rekomendasi"><h4>Rekomendasi untuk Anda</h4><a href="/read/48222/pedagang-pasar-sambut-feri">⟪Pedagang Pasar Sambut Feri Malam⟫</a></div></body></html>`,
  },
];
