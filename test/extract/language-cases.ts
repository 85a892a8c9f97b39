/**
 * Short pages in the languages of the files in `src/languages`: a title, two paragraphs and a list of other stories in each, and
 * three ways its pages write who, when and from whom. Places, people and papers are made up; agencies are real, being data.
 */
export interface LanguageCase {
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly [string, string];
  /** Heading and headlines of a list of other stories, and the word for more. */
  readonly list: readonly [heading: string, first: string, second: string, more: string];
  readonly ways: readonly [Way, Way, Way];
}

export interface Way {
  /** Lines between the title and the text. */
  readonly above: readonly string[];
  /** Put before the first paragraph, after the last one, and as lines below. */
  readonly place?: string;
  readonly tail?: string;
  readonly below?: readonly string[];
  readonly people: readonly string[];
  readonly day: string | null;
  readonly agency: string | null;
}

export const languageCases: readonly LanguageCase[] = [
  {
    language: 'ko',
    title: '항만청, 봄부터 야간 여객선 시범 운항',
    paragraphs: [
      '해동 항만청은 14일 다음 달부터 두 개 노선에서 야간 여객선을 시범 운항한다고 밝혔다. 항구 다리가 통제된 뒤 주민들이 꾸준히 요구해 온 조치다.',
      '항만청 관계자는 “여름까지 이용객이 얼마나 되는지 확인하겠다”고 말했다. 요금은 낮 시간대와 같다.',
    ],
    list: [
      '많이 본 뉴스',
      '시청 앞 광장 겨울 정원 개장, 첫날 방문객 2만명',
      '산불 복구에 주민 손길, 묘목 3천 그루 심어',
      '더보기',
    ],
    ways: [
      {
        above: ['한지수 기자', '입력 2024.03.14 09:20'],
        place: '(해동=연합뉴스) ',
        people: ['한지수'],
        day: '2024-03-14',
        agency: 'Yonhap',
      },
      {
        above: ['승인 2024-03-14 09:20', '윤보라 기자'],
        tail: ' (뉴시스)',
        people: ['윤보라'],
        day: '2024-03-14',
        agency: 'Newsis',
      },
      {
        above: ['2024년 3월 14일', '출처: 뉴스1'],
        below: ['편집: 나래'],
        people: [],
        day: '2024-03-14',
        agency: 'News1',
      },
    ],
  },
  {
    language: 'zh',
    title: '海港市将试行夜间轮渡服务',
    paragraphs: [
      '海港市交通局14日宣布，从4月起在两条航线上试行夜间轮渡服务，为期三个月。跨港大桥封闭维修后，市民一直希望增加夜间班次。',
      '交通局负责人表示，试行期间票价与白天相同，夜间班次每四十分钟一班，夏天之前将公布试行结果。',
    ],
    list: ['相关新闻', '滨江公园樱花进入盛花期，周末迎来大批游客', '老城区电梯加装工程完成过半，居民点赞', '详细'],
    ways: [
      {
        above: ['2024年03月14日 09:20', '来源：新华社'],
        below: ['责任编辑：周宁'],
        people: [],
        day: '2024-03-14',
        agency: 'Xinhua',
      },
      {
        above: ['记者 林晓', '发布时间：2024-03-14'],
        place: '中新社海港3月14日电 ',
        people: ['林晓'],
        day: '2024-03-14',
        agency: 'CNS',
      },
      { above: ['2024-03-14 15:05', '來源： 中央社'], people: [], day: '2024-03-14', agency: 'CNA' },
    ],
  },
  {
    language: 'ja',
    title: '港湾局、春から夜間フェリーを試験運航',
    paragraphs: [
      '海東港湾局は１４日、４月から二つの航路で夜間フェリーの試験運航を始めると発表した。橋の通行止めを受け、住民から要望が出ていた。',
      '担当者は「夏までに利用者の数を確かめたい」と話している。料金は昼間と同じで、期間は三か月の予定だ。',
    ],
    list: [
      '人気記事',
      '市役所の屋上でカモメが巣作り、三十組を確認',
      '島の学校に古い地図が戻る、引き出しから発見',
      '続きを読む',
    ],
    ways: [
      { above: ['公開 2024年3月14日 9時20分'], place: '【海東時事】', people: [], day: '2024-03-14', agency: 'Jiji' },
      { above: ['2024/03/14 09:20', '共同通信'], people: [], day: '2024-03-14', agency: 'Kyodo' },
      {
        above: ['林美咲 記者', '2024年3月14日'],
        tail: '（ロイター）',
        people: ['林美咲'],
        day: '2024-03-14',
        agency: 'Reuters',
      },
    ],
  },
  {
    language: 'ar',
    title: 'هيئة الميناء تختبر العبارات الليلية في الربيع',
    paragraphs: [
      'أعلنت هيئة الميناء في مدينة الحديد يوم الخميس أنها ستبدأ تشغيل عبارات ليلية على خطين اعتبارا من أبريل، بعد إغلاق الجسر الذي يربط ضفتي المدينة.',
      'وقال مدير خدمات الركاب إن الهيئة تريد أن تعرف قبل الصيف عدد المستفيدين من هذه الخدمة، وإن سعر التذكرة لن يتغير عن سعر النهار.',
    ],
    list: [
      'الأكثر قراءة',
      'طيور النورس تبني أعشاشها فوق سطح البلدية',
      'مدرسة الجزيرة تستعيد أقدم خريطة للساحل',
      'اقرأ المزيد',
    ],
    ways: [
      {
        above: ['بقلم: سامر الحداد', 'نشر في 14 مارس 2024'],
        tail: ' (رويترز)',
        people: ['سامر الحداد'],
        day: '2024-03-14',
        agency: 'Reuters',
      },
      { above: ['14 آذار 2024'], tail: ' --(بترا)', people: [], day: '2024-03-14', agency: 'Petra' },
      { above: ['٢٠٢٤/٠٣/١٤', 'المصدر: أ ف ب'], people: [], day: '2024-03-14', agency: 'AFP' },
    ],
  },
  {
    language: 'he',
    title: 'רשות הנמל תפעיל מעבורות לילה באביב',
    paragraphs: [
      'רשות הנמל של העיר הודיעה ביום חמישי כי תפעיל מעבורות לילה בשני קווים החל מחודש אפריל, לאחר שהגשר מעל המפרץ נסגר לתנועה.',
      '"אנחנו רוצים לדעת עד הקיץ כמה אנשים ישתמשו בהן", אמרה מנהלת מחלקת הנוסעים. מחיר הכרטיס יהיה זהה למחיר ביום.',
    ],
    list: [
      'הנקראות ביותר',
      'שחפים בונים קנים על גג בניין העירייה',
      'בית הספר באי קיבל בחזרה את המפה העתיקה',
      'קראו עוד',
    ],
    ways: [
      {
        above: ['מאת: נועה ברק', 'פורסם: 14.03.2024'],
        tail: ' (רויטרס)',
        people: ['נועה ברק'],
        day: '2024-03-14',
        agency: 'Reuters',
      },
      { above: ['14 במרץ 2024', 'מקור: AP'], people: [], day: '2024-03-14', agency: 'AP' },
      {
        above: ['עודכן לאחרונה: 15/03/2024', 'פורסם: 14/03/2024', 'מאת: דן ארז'],
        people: ['דן ארז'],
        day: '2024-03-14',
        agency: null,
      },
    ],
  },
  {
    language: 'ru',
    title: 'Ночные паромы выйдут на два маршрута весной',
    paragraphs: [
      'Власти портового города сообщили в четверг, что с апреля на двух маршрутах начнут ходить ночные паромы. Об этом просили жители острова после закрытия моста.',
      '«До лета мы хотим понять, сколько людей ими пользуется», — заявила начальник пассажирской службы порта. Билеты будут стоить столько же, сколько днём.',
    ],
    list: [
      'Читайте также',
      'В порту начали ремонт старого маяка на мысе',
      'Музей одолжил школе самую старую карту побережья',
      'Подробнее',
    ],
    ways: [
      {
        above: ['Автор: Алла Верова', '14 марта 2024, 09:20'],
        place: 'ПРИМОРЬЕВСК, 14 мар — РИА Новости. ',
        people: ['Алла Верова'],
        day: '2024-03-14',
        agency: 'RIA Novosti',
      },
      {
        above: ['14.03.2024'],
        place: 'ПРИМОРЬЕВСК, 14 марта. /ТАСС/. ',
        people: [],
        day: '2024-03-14',
        agency: 'TASS',
      },
      {
        above: ['Опубликовано: 14 марта 2024'],
        below: ['Источник: Интерфакс'],
        people: [],
        day: '2024-03-14',
        agency: 'Interfax',
      },
    ],
  },
  {
    language: 'el',
    title: 'Νυχτερινά δρομολόγια φεριμπότ από την άνοιξη',
    paragraphs: [
      'Η λιμενική αρχή της πόλης ανακοίνωσε την Πέμπτη ότι θα ξεκινήσει νυχτερινά δρομολόγια σε δύο γραμμές από τον Απρίλιο, μετά το κλείσιμο της γέφυρας.',
      '«Θέλουμε να ξέρουμε μέχρι το καλοκαίρι πόσοι τα χρησιμοποιούν», δήλωσε η υπεύθυνη επιβατών. Το εισιτήριο θα κοστίζει όσο και την ημέρα.',
    ],
    list: [
      'Δημοφιλή',
      'Γλάροι φωλιάζουν στη στέγη του δημαρχείου',
      'Το σχολείο του νησιού πήρε πίσω τον παλιό χάρτη',
      'Περισσότερα',
    ],
    ways: [
      {
        above: ['Γράφει η Ελένη Δούκα', '14 Μαρτίου 2024, 09:20'],
        below: ['Πηγή: ΑΠΕ-ΜΠΕ'],
        people: ['Ελένη Δούκα'],
        day: '2024-03-14',
        agency: 'ΑΠΕ-ΜΠΕ',
      },
      { above: ['Δημοσίευση: 14/03/2024'], tail: ' (Reuters)', people: [], day: '2024-03-14', agency: 'Reuters' },
      { above: ['14 Μαρ 2024', 'Newsroom'], people: [], day: '2024-03-14', agency: null },
    ],
  },
  {
    language: 'tr',
    title: 'Gece vapurları baharda iki hatta denenecek',
    paragraphs: [
      'Liman idaresi perşembe günü yaptığı açıklamada, nisan ayından itibaren iki hatta gece vapuru seferlerine başlanacağını duyurdu. Köprünün kapanmasından sonra sakinler bunu istiyordu.',
      '"Yaza kadar kaç kişinin kullandığını görmek istiyoruz" diyen yolcu hizmetleri müdürü, bilet fiyatının gündüz ile aynı olacağını söyledi.',
    ],
    list: [
      'Çok okunanlar',
      'Martılar belediye binasının çatısına yuva yaptı',
      'Ada okulu kıyının en eski haritasına kavuştu',
      'Devamını oku',
    ],
    ways: [
      {
        above: ['Haber: Selin Arda', '14 Mart 2024 09:20'],
        tail: ' (AA)',
        people: ['Selin Arda'],
        day: '2024-03-14',
        agency: 'Anadolu',
      },
      {
        above: ['Yayınlanma: 14.03.2024', 'Güncelleme: 15.03.2024'],
        below: ['Kaynak: DHA'],
        people: [],
        day: '2024-03-14',
        agency: 'DHA',
      },
      { above: ['14 Mart 2024', 'İHA'], people: [], day: '2024-03-14', agency: 'İHA' },
    ],
  },
  {
    language: 'hi',
    title: 'बंदरगाह पर वसंत से रात की नौका सेवा',
    paragraphs: [
      'बंदरगाह प्राधिकरण ने गुरुवार को कहा कि अप्रैल से दो मार्गों पर रात की नौका सेवा शुरू होगी। पुल बंद होने के बाद से यात्री इसकी मांग कर रहे थे।',
      'प्राधिकरण की अधिकारी ने कहा कि गर्मियों तक यह देखा जाएगा कि कितने लोग इसका उपयोग करते हैं। टिकट का दाम दिन के बराबर रहेगा। संघ ने चेतावनी दी है कि नाविकों की कमी है, इसलिए पहले सफर से पहले चालीस लोगों को काम पर रखा जाएगा।',
    ],
    list: [
      'ये भी पढ़ें',
      'नगर भवन की छत पर पक्षियों ने बनाए घोंसले, लोग हुए परेशान',
      'द्वीप के स्कूल को वापस मिला तट का सबसे पुराना नक्शा',
      'और पढ़ें',
    ],
    ways: [
      {
        above: ['लेखक: मीरा जोशी', 'प्रकाशित: 14 मार्च 2024'],
        tail: ' (भाषा)',
        people: ['मीरा जोशी'],
        day: '2024-03-14',
        agency: 'PTI',
      },
      { above: ['14 मार्च 2024'], below: ['स्रोत: एएनआई'], people: [], day: '2024-03-14', agency: 'ANI' },
      { above: ['१४ मार्च २०२४', 'आईएएनएस'], people: [], day: '2024-03-14', agency: 'IANS' },
    ],
  },
  {
    language: 'th',
    title: 'การท่าเรือเตรียมทดลองเรือข้ามฟากกลางคืน',
    paragraphs: [
      'การท่าเรือประกาศเมื่อวันพฤหัสบดีว่าจะเริ่มให้บริการเรือข้ามฟากกลางคืนในสองเส้นทางตั้งแต่เดือนเมษายน หลังจากสะพานข้ามอ่าวถูกปิดซ่อมและประชาชนเรียกร้องมานาน',
      'หัวหน้าฝ่ายผู้โดยสารกล่าวว่าต้องการทราบก่อนฤดูร้อนว่ามีผู้ใช้บริการมากเพียงใด และค่าโดยสารจะเท่ากับช่วงกลางวัน โดยจะทดลองเป็นเวลาสามเดือน',
    ],
    list: ['ข่าวที่เกี่ยวข้อง', 'นกนางนวลทำรังบนหลังคาศาลาว่าการเมือง', 'โรงเรียนบนเกาะได้แผนที่เก่าแก่กลับคืนมา', 'อ่านต่อ'],
    ways: [
      { above: ['14 มี.ค. 2567'], below: ['ที่มา: รอยเตอร์'], people: [], day: '2024-03-14', agency: 'Reuters' },
      { above: ['โดย วิภา สายชล', 'เผยแพร่: 14 มีนาคม 2567'], people: ['วิภา สายชล'], day: '2024-03-14', agency: null },
      { above: ['๑๔ มีนาคม ๒๕๖๗', 'สำนักข่าวไทย'], people: [], day: '2024-03-14', agency: 'TNA' },
    ],
  },
  {
    language: 'de',
    title: 'Nachtfähren sollen ab April im Probebetrieb fahren',
    paragraphs: [
      'Die Hafenbehörde will ab April auf zwei Linien Nachtfähren einsetzen. Das teilte eine Sprecherin am Donnerstag mit. Anlass ist die Sperrung der Hafenbrücke.',
      '«Bis zum Sommer wollen wir wissen, ob die Menschen das Angebot annehmen», sagte die Leiterin der Behörde. Die Fahrkarte soll so viel kosten wie am Tag.',
    ],
    list: [
      'Das könnte Sie auch interessieren',
      'Lachmöwen brüten auf dem Dach des Rathauses',
      'Inselschule bekommt ihre alte Karte zurück',
      'Weiterlesen',
    ],
    ways: [
      {
        above: ['Von Jule Petersen', '14. März 2024, 09:20 Uhr'],
        place: 'Altwiek (dpa/lno) - ',
        people: ['Jule Petersen'],
        day: '2024-03-14',
        agency: 'dpa',
      },
      {
        above: ['Stand: 14.03.2024', 'Redaktion'],
        below: ['Quelle: APA'],
        people: [],
        day: '2024-03-14',
        agency: 'APA',
      },
      {
        above: ['Jule Petersen und Ole Brandt, AFP', '14.03.2024'],
        people: ['Jule Petersen', 'Ole Brandt'],
        day: '2024-03-14',
        agency: 'AFP',
      },
    ],
  },
  {
    language: 'fr',
    title: 'Des bacs de nuit à l’essai dès le printemps',
    paragraphs: [
      "L'autorité portuaire a annoncé jeudi qu'elle ferait circuler des bacs de nuit sur deux lignes à partir d'avril, après la fermeture du pont qui traverse la rade.",
      '« Nous voulons savoir avant l’été combien de personnes les prennent », a déclaré la responsable du service des passagers. Le billet coûtera le même prix que le jour.',
    ],
    list: [
      'À lire aussi',
      'Des goélands nichent sur le toit de la mairie',
      'L’école de l’île retrouve la plus vieille carte de la côte',
      'Lire la suite',
    ],
    ways: [
      {
        above: ['Par Léa Morvan', 'Publié le 14 mars 2024 à 09h20'],
        tail: ' (AFP)',
        people: ['Léa Morvan'],
        day: '2024-03-14',
        agency: 'AFP',
      },
      { above: ['14/03/2024', 'La rédaction avec AFP'], people: [], day: '2024-03-14', agency: 'AFP' },
      {
        above: ['Mis à jour le 15 mars 2024', 'Publié le 14 mars 2024'],
        tail: ' (ats)',
        people: [],
        day: '2024-03-14',
        agency: 'Keystone-ATS',
      },
    ],
  },
  {
    language: 'es',
    title: 'El puerto probará transbordadores nocturnos en primavera',
    paragraphs: [
      'La autoridad del puerto anunció este jueves que pondrá en marcha transbordadores nocturnos en dos líneas a partir de abril, tras el cierre del puente de la bahía.',
      '"Queremos saber antes del verano cuánta gente los utiliza", dijo la jefa del servicio de pasajeros. El billete costará lo mismo que de día.',
    ],
    list: [
      'Lo más leído',
      'Las gaviotas anidan en el tejado del ayuntamiento',
      'La escuela de la isla recupera su mapa más antiguo',
      'Leer más',
    ],
    ways: [
      {
        above: ['Por Inés Calderón', '14 de marzo de 2024'],
        place: 'Villamar, 14 mar (EFE).- ',
        people: ['Inés Calderón'],
        day: '2024-03-14',
        agency: 'EFE',
      },
      {
        above: ['Actualizado el 15/03/2024', 'Publicado el 14/03/2024'],
        below: ['Fuente: Télam'],
        people: [],
        day: '2024-03-14',
        agency: 'Télam',
      },
      { above: ['Europa Press', '14 mar 2024'], people: [], day: '2024-03-14', agency: 'Europa Press' },
    ],
  },
  {
    language: 'pt',
    title: 'Porto vai testar balsas noturnas na primavera',
    paragraphs: [
      'A autoridade portuária anunciou nesta quinta-feira que vai operar balsas noturnas em duas linhas a partir de abril, depois do fechamento da ponte sobre a baía.',
      '"Queremos saber antes do verão quantas pessoas usam o serviço", disse a chefe do setor de passageiros. A passagem vai custar o mesmo que durante o dia.',
    ],
    list: [
      'Mais lidas',
      'Gaivotas fazem ninho no telhado da prefeitura',
      'Escola da ilha recebe de volta o mapa mais antigo da costa',
      'Leia mais',
    ],
    ways: [
      {
        above: ['Por Rita Nogueira', '14 de março de 2024'],
        below: ['Fonte: Agência Brasil'],
        people: ['Rita Nogueira'],
        day: '2024-03-14',
        agency: 'Agência Brasil',
      },
      {
        above: ['Publicado em 14/03/2024', 'Da redação'],
        tail: ' (Lusa)',
        people: [],
        day: '2024-03-14',
        agency: 'Lusa',
      },
      { above: ['Folhapress', '14 mar 2024'], people: [], day: '2024-03-14', agency: 'Folhapress' },
    ],
  },
  {
    language: 'pl',
    title: 'Port wypróbuje wiosną nocne promy na dwóch liniach',
    paragraphs: [
      'Zarząd portu poinformował w czwartek, że od kwietnia na dwóch liniach będą kursować nocne promy. Po zamknięciu mostu domagali się tego mieszkańcy wyspy.',
      '„Do lata chcemy wiedzieć, ile osób z nich korzysta” – powiedziała kierowniczka obsługi pasażerów. Bilet będzie kosztował tyle samo co w dzień.',
    ],
    list: [
      'Czytaj także',
      'Mewy założyły gniazda na dachu ratusza',
      'Szkoła na wyspie odzyskała najstarszą mapę wybrzeża',
      'Czytaj więcej',
    ],
    ways: [
      {
        above: ['Autor: Hanna Wilk', '14 marca 2024, 09:20'],
        tail: ' (PAP)',
        people: ['Hanna Wilk'],
        day: '2024-03-14',
        agency: 'PAP',
      },
      { above: ['Opublikowano: 14.03.2024'], below: ['Źródło: PAP'], people: [], day: '2024-03-14', agency: 'PAP' },
      {
        above: ['Data publikacji: 14 marca 2024', 'Aktualizacja: 15 marca 2024', 'Redakcja'],
        people: [],
        day: '2024-03-14',
        agency: null,
      },
    ],
  },
  {
    language: 'id',
    title: 'Pelabuhan akan uji coba feri malam mulai musim semi',
    paragraphs: [
      'Otoritas pelabuhan mengumumkan pada hari Kamis bahwa feri malam akan beroperasi di dua jalur mulai bulan April, setelah jembatan teluk ditutup untuk perbaikan.',
      '"Kami ingin tahu sebelum musim panas berapa banyak orang yang memakainya," kata kepala layanan penumpang. Harga tiket akan sama dengan siang hari.',
    ],
    list: [
      'Berita terkait',
      'Burung camar bersarang di atap balai kota',
      'Sekolah di pulau mendapat kembali peta tertua',
      'Selengkapnya',
    ],
    ways: [
      {
        above: ['Oleh: Sari Wulandari', '14 Maret 2024 09:20'],
        tail: ' (Antara)',
        people: ['Sari Wulandari'],
        day: '2024-03-14',
        agency: 'Antara',
      },
      {
        above: ['Diterbitkan: 14/03/2024', 'Redaksi'],
        below: ['Sumber: Antara'],
        people: [],
        day: '2024-03-14',
        agency: 'Antara',
      },
      { above: ['Kamis, 14 Mar 2024'], people: [], day: '2024-03-14', agency: null },
    ],
  },
  {
    language: 'vi',
    title: 'Cảng sẽ chạy thử phà đêm từ mùa xuân',
    paragraphs: [
      'Ban quản lý cảng hôm thứ Năm thông báo sẽ chạy phà đêm trên hai tuyến từ tháng tư, sau khi cây cầu qua vịnh bị đóng để sửa chữa và người dân đề nghị nhiều lần.',
      '"Chúng tôi muốn biết trước mùa hè có bao nhiêu người sử dụng", bà trưởng phòng hành khách nói. Giá vé sẽ bằng với ban ngày.',
    ],
    list: [
      'Tin liên quan',
      'Chim hải âu làm tổ trên mái tòa thị chính',
      'Trường học trên đảo nhận lại tấm bản đồ cổ nhất',
      'Xem thêm',
    ],
    ways: [
      {
        above: ['Tác giả: Lê Thu Hà', '14/03/2024 09:20'],
        tail: ' (TTXVN)',
        people: ['Lê Thu Hà'],
        day: '2024-03-14',
        agency: 'VNA',
      },
      {
        above: ['Ngày đăng: 14 tháng 3 năm 2024'],
        below: ['Nguồn: VietnamPlus'],
        people: [],
        day: '2024-03-14',
        agency: 'VNA',
      },
      { above: ['Cập nhật: 15/03/2024', 'Ngày đăng: 14/03/2024'], people: [], day: '2024-03-14', agency: null },
    ],
  },
];
