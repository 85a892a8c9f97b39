import type { PageCase } from './page-case.ts';

export const ru: readonly PageCase[] = [
  {
    build: 'article element: lead-in agency line, two pointers set into the text, messenger line at the end',
    url: 'https://gavan-online.example/news/2024/03/14/48213.html',
    byline: ['Мария Ветрова'],
    published: '2024-03-14T09:20:00+03:00',
    credit: 'TASS',
    page: `<!doctype html><html lang="ru"><head><title>Порт Северной Гавани запустит ночные паромы весной – Гавань Онлайн</title>
<meta property="article:published_time" content="2024-03-14T09:20:00+03:00"><meta property="article:author" content="Мария Ветрова"><meta property="og:site_name" content="Гавань Онлайн"></head><body>
<header><nav><a href="/politics">Политика</a><a href="/economy">Экономика</a><a href="/society">Общество</a><a href="/sport">Спорт</a></nav></header>
<article class="article"><div class="article__date">14 марта 2024, 09:20</div><h1>⟨Порт Северной Гавани запустит ночные паромы весной⟩</h1><div class="article__author">Автор: Мария Ветрова</div>
<figure><img src="/1.jpg"><figcaption>Паром у причала. Фото: Игорь Лодкин / Гавань Онлайн</figcaption></figure>
<div class="article__text"><p>⟦СЕВЕРНАЯ ГАВАНЬ, 14 марта. /ТАСС/. Управление порта с 1 апреля запустит ночные паромы на двух линиях, сообщила пресс-служба ведомства.⟧</p>
<p>⟦Мост через гавань закрыли прошлой осенью, и жителям острова приходится объезжать залив по суше — это шестьдесят километров.⟧</p>
<div class="inject"><span>Читайте также</span><a href="/news/2024/03/10/48190.html">⟪Полгода без моста: как живёт остров Чёрный Камень⟫</a></div>
<p>⟦«К лету мы хотим понять, сколько людей пользуется рейсами», — сказал начальник пассажирской службы. Билет будет стоить столько же, сколько днём.⟧</p>
<p><strong>По теме: <a href="/news/2024/03/12/48201.html">⟪Экипажей не хватает: профсоюз моряков просит отложить рейсы⟫</a></strong></p>
<p>⟦До первого рейса порт обещает нанять ещё сорок человек.⟧</p>
<p><em>Подписывайтесь на наш <a href="https://t.me/gavan">Telegram-канал</a>, чтобы первыми узнавать новости</em></p></div>
<div class="tags"><a href="/tag/port">порт</a><a href="/tag/parom">паромы</a></div><div class="share">Поделиться: <a href="#">ВКонтакте</a> <a href="#">Одноклассники</a></div></article>
<aside class="latest"><h3>Главные новости</h3><ul><li><a href="/news/2024/03/14/48215.html">⟪Чайки заняли крышу ратуши: насчитали тридцать пар⟫</a></li><li><a href="/news/2024/03/14/48216.html">⟪Сельдь дорожает третий день подряд⟫</a></li></ul></aside>
<footer><p>© 2024 Гавань Онлайн. Все права защищены. Использование материалов разрешено только с гиперссылкой на источник. 16+</p></footer></body></html>`,
  },
  {
    build: 'live page with posts and a form between them',
    url: 'https://gavan-online.example/online/storm',
    byline: [],
    published: '2024-03-18T06:10:00+03:00',
    credit: null,
    kind: 'live',
    page: `<!doctype html><html lang="ru"><head><title>Шторм в Северной Гавани. Онлайн</title><meta property="article:published_time" content="2024-03-18T06:10:00+03:00"></head><body>
<nav><a href="/">Гавань Онлайн</a></nav><main><h1>⟨Шторм в Северной Гавани. Онлайн⟩</h1>
<div class="lead"><p>⟦Ночью на город обрушился шторм, без света остались около восьми тысяч домов. Следим за событиями в прямом эфире.⟧</p></div>
<div class="live-list"><div class="live-post"><time datetime="2024-03-18T09:40:00+03:00">⟦09:40⟧</time><p>⟦Энергетики вернули свет на западной стороне порта, там ждали тысяча двести домов. Остальным обещают до вечера.⟧</p></div>
<div class="live-post"><time datetime="2024-03-18T08:15:00+03:00">⟦08:15⟧</time><p>⟦Порт отменил все рейсы на сегодня: волна достигает пяти метров.⟧</p></div>
<div class="subscribe-form"><p>Получайте главные новости дня на почту каждое утро</p><form><input type="email"><button>Подписаться</button></form></div>
<div class="live-post"><time datetime="2024-03-18T07:30:00+03:00">⟦07:30⟧</time><p>⟦Занятия в школах города отменены, сообщили в управлении образования.⟧</p></div>
<div class="live-post"><time datetime="2024-03-18T06:10:00+03:00">⟦06:10⟧</time><p>⟦Без электричества остаются около восьми тысяч домов. О пострадавших не сообщалось.⟧</p></div></div>
<section class="more"><h2>Читайте также</h2><ul><li><a href="/news/2024/03/17/48299.html">⟪Что положить в сумку, если отключили свет⟫</a></li></ul></section></main><footer>Все права защищены</footer></body></html>`,
  },
  {
    build: 'old table layout with breaks',
    url: 'http://vestnik-zaliva.example/index.php?newsid=3172',
    byline: [],
    published: '2024-03-15',
    credit: 'Interfax',
    page: `<html><head><title>Последний смотритель маяка уезжает с острова » Вестник залива</title></head><body>
<table><tr><td colspan="2"><a href="/">Главная</a> | <a href="/o-nas">О газете</a> | <a href="/kontakty">Контакты</a> | <a href="/forum">Форум</a></td></tr>
<tr><td width="70%" valign="top"><h2>⟨Последний смотритель маяка уезжает с острова⟩</h2><small>15.03.2024, 18:30 | Просмотров: 412 | Комментарии (0)</small><br><br>
⟦Смотритель маяка на острове Чёрный Камень Пётр Камнев в конце месяца оставит службу: маяк переводят на автоматику.⟧<br><br>
⟦«Зажечь и погасить огонь может и машина, а волноваться, когда корабля не видно, — только человек», — говорит Камнев.⟧<br><br>
⟦На острове живут восемь семей. После его отъезда зимовать там останутся одиннадцать человек.⟧<br><br>
Источник: Интерфакс<br><br><b>Другие новости по теме:</b><br><a href="/index.php?newsid=3160">⟪Школе на острове вернули карту столетней давности⟫</a><br><a href="/index.php?newsid=3155">⟪Ремонт моста затянется ещё на три недели⟫</a></td>
<td valign="top"><b>Популярное</b><br><a href="/index.php?newsid=3140">⟪Зимний сад на площади принял двадцать тысяч гостей⟫</a></td></tr>
<tr><td colspan="2">© Вестник залива, 2009–2024. При перепечатке ссылка обязательна.</td></tr></table></body></html>`,
  },
];
