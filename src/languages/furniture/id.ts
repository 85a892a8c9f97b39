import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** Indonesian: the words around a text. */
export const furniture: FurnitureWords = {
  months: monthNames(`januari/jan, februari/feb, maret/mar, april/apr, mei, juni/jun, juli/jul, agustus/agu/agt/ags,
    september/sep/sept, oktober/okt, november/nov, desember/des`),
  by: phrases('oleh, penulis, ditulis oleh, reporter, pewarta, laporan, wartawan, diposting oleh'),
  role: phrases(
    `reporter, wartawan, wartawati, koresponden, editor, penulis, jurnalis, kontributor, redaktur, pewarta`,
  ),
  nobody: phrases(`redaksi, tim redaksi, admin, editor, tim, administrator, penulis, kontributor, reporter, tim liputan,
    humas, redaktur, newsroom, tim penulis`),
  source: phrases('sumber, sumber berita'),
  editor: phrases('editor, penyunting, redaktur, diedit oleh'),
  more: phrases(`selengkapnya, baca selengkapnya, lihat selengkapnya, lihat semua, lainnya, lihat lainnya,
    lanjutkan membaca, lanjut membaca, berikutnya`),
  also: phrases(`baca juga, baca, simak juga, lihat juga, tonton juga, artikel terkait, berita terkait, baca selengkapnya,
    simak, saksikan, berita selanjutnya, pilihan redaksi`),
  lists: phrases(`berita terkait, artikel terkait, baca juga, terpopuler, berita terpopuler, terbaru, berita terbaru,
    berita lainnya, artikel lainnya, rekomendasi, rekomendasi untuk anda, berita utama, pilihan editor,
    pilihan redaksi, terkini, berita terkini, paling banyak dibaca, populer, artikel populer, trending,
    simak juga, lihat juga, headline, topik terkait, artikel terbaru, sedang hangat, berita pilihan,
    paling dicari, indeks berita, lainnya`),
  published: phrases('diterbitkan, dipublikasikan, tanggal, dipublish, tayang, terbit, diposting, rilis, dibuat'),
  updated: phrases('diperbarui, pembaruan, update, diupdate, terakhir diperbarui, pembaruan terakhir, diubah'),
  photo: phrases('foto, gambar, dok, ilustrasi, video, sumber foto, foto oleh, dokumentasi, fotografer'),
  agencies: phrases('kantor berita, berbagai sumber, kantor-kantor berita'),
  contributed: phrases('dengan laporan dari, kontribusi'),
  republished: phrases(`pertama kali tayang di, artikel ini telah tayang di, pertama kali terbit di, telah tayang di`),
  tools: phrases(
    `bagikan, bagikan artikel ini, bagikan berita, bagikan ke, share, salin tautan, salin link, cetak, cetak halaman, simpan, komentar, kirim komentar, dengarkan, advertisement, iklan, scroll untuk melanjutkan, scroll ke bawah untuk melanjutkan, lanjutkan membaca di bawah, gulir untuk lanjut membaca, ukuran huruf, ke atas, kembali, halaman, tampilkan semua, laporkan kesalahan`,
  ),
  rights: phrases(`hak cipta dilindungi, hak cipta ©, dilarang mengutip, dilarang memperbanyak, dilarang mengambil`),
  calls: phrases(
    `ikuti kami, ikuti saluran, ikuti kanal, ikuti berita, ikuti akun, ikuti update, dapatkan update, dapatkan informasi, dapatkan berita, gabung di, gabung dengan, mari bergabung, bergabunglah, ayo gabung, berlangganan, unduh aplikasi, download aplikasi, cek berita dan artikel, simak berita, simak breaking news, baca berita tanpa iklan, buat akun, daftar sekarang, daftarkan diri`,
  ),
  paywall: phrases(
    `khusus pelanggan, hanya untuk pelanggan, untuk pelanggan, berlangganan untuk membaca, untuk melanjutkan membaca, sudah berlangganan, konten premium`,
  ),
  comments: phrases(`komentar, tulis komentar, tinggalkan komentar, beri komentar, tinggalkan balasan`),
  tags: phrases('tag, tags, topik, kata kunci, label, topik terkait'),
  actions: phrases(
    `berlangganan, langganan, masuk akun, daftar sekarang, unduh aplikasi, ikuti kami, hubungi kami, kontak, tentang kami`,
  ),
  ownPages: phrases(
    `kebijakan privasi, syarat dan ketentuan, ketentuan penggunaan, pedoman media siber, buletin, podcast`,
  ),
  ages: phrases(
    `# menit lalu, # menit yang lalu, # jam lalu, # jam yang lalu, # hari lalu, # hari yang lalu, # minggu lalu, # minggu yang lalu, # menit baca`,
  ),
  organisations: phrases(`redaksi, kantor, universitas, kementerian, yayasan, lembaga, majalah, wartawan`),
  missing: phrases('halaman tidak ditemukan, halaman yang anda cari, tidak ditemukan, akses ditolak'),
};
