import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** Turkish: the words around a text. */
export const furniture: FurnitureWords = {
  months:
    monthNames(`ocak/oca, şubat/şub, mart/mar, nisan/nis, mayıs/may, haziran/haz, temmuz/tem, ağustos/ağu, eylül/eyl,
    ekim/eki, kasım/kas, aralık/ara`),
  by: phrases('yazan, haber, yazar, hazırlayan, haberi yazan, muhabir'),
  role: phrases('muhabiri, muhabir, yazarı, editör, editörü, temsilcisi, köşe yazarı, gazeteci'),
  nobody: phrases(`haber merkezi, editör, admin, yönetici, haber servisi, dış haberler, spor servisi, ekonomi servisi,
    redaksiyon, web editörü, yazı işleri`),
  source: phrases('kaynak'),
  editor: phrases('editör, düzenleyen, editörü, yayına hazırlayan'),
  more: phrases(`devamı, devamını oku, daha fazla, ayrıntılar, detaylar, haberin devamı, tümünü gör, tıklayın,
    devamı için tıklayın`),
  also: phrases(`ayrıca okuyun, bunları da okuyun, ilgili haber, ilgili haberler, ayrıca bakınız, sıradaki haber,
    önerilen, bunlar da ilginizi çekebilir, sonraki haber, önceki haber`),
  lists: phrases(`ilgili haberler, çok okunanlar, en çok okunanlar, son dakika, son haberler, öne çıkanlar,
    öne çıkan haberler, benzer haberler, diğer haberler, günün haberleri, önerilen haberler,
    sizin için seçtiklerimiz, ilginizi çekebilir, bunlar da ilginizi çekebilir, manşetler, popüler haberler,
    popüler, gündem, editörün seçtikleri, en çok yorumlananlar, son eklenenler, en son haberler`),
  published: phrases(`yayınlanma, yayın tarihi, giriş tarihi, giriş, yayınlandı, tarih, oluşturulma, oluşturma tarihi,
    yayınlanma tarihi, eklenme`),
  updated: phrases('güncelleme, son güncelleme, güncellendi, güncelleme tarihi, güncellenme'),
  photo: phrases('fotoğraf, foto, fotoğraflar, görsel, resim, video, arşiv'),
  agencies: phrases('ajanslar, haber ajansları'),
  contributed: phrases('katkılarıyla, katkıda bulunan'),
  republished: phrases('ilk olarak, alıntılanmıştır'),
  pointers: phrases('bu'),
  tools: phrases(
    `paylaş, paylaşın, bu haberi paylaş, haberi paylaş, facebook'ta paylaş, tweetle, yazdır, kaydet, yorum yap, yorumlar, yorum yaz, bağlantıyı kopyala, linki kopyala, dinle, haberi dinle, yazı boyutu, yukarı, geri, reklam, reklamı geç, reklamdan sonra devam ediyor, arkadaşına gönder, abone ol`,
  ),
  rights: phrases(
    `tüm hakları saklıdır, her hakkı saklıdır, telif hakları saklıdır, kaynak gösterilmeden, izinsiz kullanılamaz, alıntı yapılamaz`,
  ),
  calls: phrases(
    `bizi takip edin, bizi takip et, takip edin, takipte kalın, abone olun, bültenimize abone, bültenimize kaydolun, uygulamamızı indirin, uygulamayı indirin, whatsapp kanalımıza, telegram kanalımıza, google news'te, son dakika haberleri için, hata bildirmek için, haberlerden anında, ücretsiz üye olun, üye olun, hesap oluşturun`,
  ),
  paywall: phrases(
    `abonelere özel, sadece abonelere, yalnızca aboneler, devamını okumak için, okumaya devam etmek için, zaten abone misiniz, üyelere özel`,
  ),
  comments: phrases(`yorumlar, yorum, okur yorumları, yorum yapın, yorum yaz, yorum bırak, bir yanıt yazın`),
  tags: phrases('etiketler, etiket, konular, anahtar kelimeler'),
  actions: phrases(
    `abone ol, abone olun, üye ol, giriş yap, kayıt ol, uygulamayı indir, bizi takip edin, iletişim, hakkımızda, künye`,
  ),
  ownPages: phrases(
    `gizlilik politikası, kullanım koşulları, kullanım şartları, çerez politikası, kvkk aydınlatma metni, bülten, podcast`,
  ),
  ages: phrases(
    `# dakika önce, # dk önce, # saat önce, # gün önce, # hafta önce, # ay önce, # dakikalık okuma, # dk okuma`,
  ),
  organisations: phrases(
    `ajansı, gazetesi, haberleri, merkezi, üniversitesi, bakanlığı, derneği, vakfı, editörü, servisi`,
  ),
  missing: phrases('sayfa bulunamadı, aradığınız sayfa, erişim engellendi'),
};
