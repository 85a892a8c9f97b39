import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../src/read/read.ts';
import { createStories } from '../../src/stories/stories.ts';
import { arrivalOf } from './telling.ts';

/** A text as it comes in: day and hour, language, title and body. */
type Text = readonly [published: string, language: string, title: string, body: string];

/** The stories that texts come to in order of arrival, and after a second look. */
function storiesOf(texts: readonly Text[]): { readonly online: readonly string[]; readonly later: readonly string[] } {
  const stories = createStories();
  const placements = texts.map(([published, language, title, body], turn) => {
    const bare = arrivalOf(
      { title, body, language, published: `${published}:00:00.000Z`, site: `paper${turn}.example` },
      turn,
    );
    const { reading } = read(bare.reading.article, []).value;
    return stories.place({ ...bare, received: `${published}:00:00.000Z`, reading }).value.placement;
  });
  stories.lookAgain();
  return {
    online: placements.map(({ storyId }) => storyId),
    later: placements.map(({ articleId }) => stories.placementOf(articleId)!.storyId),
  };
}

/** Two happenings of one kind within a week, told by two texts each. */
const lookAlikes: Readonly<Record<string, readonly [Text, Text, Text, Text]>> = {
  'two quakes in one region': [
    [
      '2035-03-05T06',
      'en',
      'Magnitude 5.4 quake shakes Velorn, four hurt',
      'An earthquake of magnitude 5.4 shook the town of Velorn in the Tesk mountains early on Monday, injuring four people and bringing down chimneys.\n\nThe epicentre was eight kilometres under Lake Orrin, the seismological service said. Schools in Velorn stayed closed.',
    ],
    [
      '2035-03-05T10',
      'en',
      'Chimneys fall in Velorn after morning earthquake',
      'Four people were hurt when an earthquake hit Velorn on Monday morning. Bricks from fallen chimneys lie in the streets of the town, and its schools are closed.\n\nThe quake under Lake Orrin had a magnitude of 5.4.',
    ],
    [
      '2035-03-08T19',
      'en',
      'Strong earthquake kills miner in Hadrack',
      'A miner was killed on Thursday when an earthquake of magnitude 5.9 shook Hadrack, at the northern end of the Tesk mountains.\n\nThe man was hit by rock in the Colm pit, the company said. Power was out in Hadrack for three hours.',
    ],
    [
      '2035-03-09T07',
      'en',
      'Colm pit closed after quake that killed a miner',
      'The Colm pit in Hadrack stays closed after Thursday evening’s earthquake, in which a miner died underground. The shock had a magnitude of 5.9.\n\nEngineers are looking for cracks in the shafts of the pit.',
    ],
  ],
  'two launches of one firm': [
    [
      '2035-04-02T08',
      'en',
      'Northarc to launch weather satellite Skua on April 9',
      'The rocket company Northarc will launch the weather satellite Skua on April 9 from its pad at Cape Linnet, it said on Monday.\n\nSkua is to measure wind over the ocean. The launch was booked by the Meteorological Institute of Sundal for 40 million crowns.',
    ],
    [
      '2035-04-03T09',
      'en',
      'Wind satellite Skua ready on pad at Cape Linnet',
      'The satellite Skua, which will measure wind over the ocean for the Meteorological Institute of Sundal, has been placed on its Northarc rocket at Cape Linnet.\n\nThe launch is planned for April 9.',
    ],
    [
      '2035-04-04T12',
      'en',
      'Northarc wins contract to launch telescope Heron in 2037',
      'Northarc has won a contract to launch the space telescope Heron in 2037, the Academy of Varden announced on Wednesday.\n\nThe telescope, with a mirror of two metres, will look for planets around red stars. Northarc is building a larger rocket for it in Port Amsel.',
    ],
    [
      '2035-04-05T08',
      'en',
      'Academy of Varden picks Northarc for planet telescope',
      'The planet-hunting telescope Heron will go to space on a Northarc rocket. The Academy of Varden chose the company over two rivals.\n\nHeron’s mirror of two metres is being ground in Port Amsel and should be ready in two years.',
    ],
  ],
  'two strikes of one union': [
    [
      '2035-05-07T08',
      'de',
      'Lotsen im Hafen Kelmünde streiken ab Donnerstag',
      'Die Lotsen im Hafen von Kelmünde wollen ab Donnerstag streiken. Die Gewerkschaft Verkehr fordert für sie kürzere Schichten, wie sie am Montag mitteilte.\n\nKein Frachter könne ohne Lotsen in das enge Fahrwasser der Kelm einlaufen, sagte Verhandlungsführerin Heide Brakel.',
    ],
    [
      '2035-05-07T14',
      'de',
      'Streik der Lotsen bedroht Kelmündes Frachtverkehr',
      'Ab Donnerstag könnten vor Kelmünde die Frachter stauen: Die Lotsen der Kelm wollen die Arbeit niederlegen. Es geht um die Länge ihrer Schichten.\n\nDie Reeder haben kein Angebot vorgelegt.',
    ],
    [
      '2035-05-09T09',
      'de',
      'Busfahrer in Ostrau legen am Freitag die Arbeit nieder',
      'In Ostrau fahren am Freitag keine Busse. Die Gewerkschaft Verkehr hat die 600 Fahrerinnen und Fahrer der Stadtwerke zu einem Warnstreik aufgerufen.\n\nSie verlangt acht Prozent mehr Lohn. Schulbusse sollen fahren.',
    ],
    [
      '2035-05-10T07',
      'de',
      'Warnstreik: Ostrau muss am Freitag ohne Busse auskommen',
      'Wegen eines Warnstreiks bleiben die Busse der Stadtwerke Ostrau am Freitag in den Depots. 600 Beschäftigte sind aufgerufen, für acht Prozent mehr Lohn zu streiken.\n\nNur die Schulbusse verkehren.',
    ],
  ],
  'two rulings of one court': [
    [
      '2035-06-04T10',
      'en',
      'Supreme Court of Ardel frees editor jailed over leaked map',
      'The Supreme Court of Ardel on Monday overturned the conviction of Tessa Quill, an editor who had spent two years in prison for publishing a leaked map of army depots.\n\nThe judges said that the map had been on sale in a bookshop.',
    ],
    [
      '2035-06-04T15',
      'en',
      'Editor Tessa Quill walks free after court ruling',
      'After two years behind bars Tessa Quill left prison on Monday. The Supreme Court of Ardel had found that the map of army depots she published was no secret.\n\nA bookshop had sold it for years.',
    ],
    [
      '2035-06-06T11',
      'en',
      'Supreme Court of Ardel lets Marlin dam go ahead',
      'The Supreme Court of Ardel on Wednesday threw out a complaint of eleven villages against the Marlin dam, clearing the way for work to begin.\n\nThe judges said that the villages had been heard, though badly. The dam will flood 900 hectares.',
    ],
    [
      '2035-06-06T16',
      'en',
      'Villages lose fight against Marlin dam',
      'Eleven villages that will be flooded by the Marlin dam have lost in court. Work on the dam may begin, the judges in Ardel ruled.\n\nSome 900 hectares of meadows will go under water.',
    ],
  ],
  'two fires in one town': [
    [
      '2035-07-02T07',
      'es',
      'Un incendio destruye el mercado de abastos de Torreluz',
      'Un incendio destruyó en la madrugada del lunes el mercado de abastos de Torreluz. Ardieron 42 puestos y no hubo heridos, informaron los bomberos.\n\nEl fuego empezó en una cámara frigorífica, según el jefe de la dotación.',
    ],
    [
      '2035-07-02T12',
      'es',
      'Arden los 42 puestos del mercado de Torreluz',
      'El mercado de abastos de Torreluz quedó reducido a cenizas la noche del domingo al lunes. Los comerciantes de sus 42 puestos lo han perdido todo.\n\nLos bomberos creen que falló una cámara frigorífica.',
    ],
    [
      '2035-07-05T18',
      'es',
      'Arde una nave de pinturas en el polígono de Torreluz',
      'Una nave de la fábrica de pinturas Colorsur ardió el jueves en el polígono industrial de Torreluz. Dos operarios sufrieron quemaduras.\n\nUna columna de humo negro obligó a cortar la autovía durante cuatro horas.',
    ],
    [
      '2035-07-06T08',
      'es',
      'El fuego de Colorsur, controlado tras nueve horas',
      'Los bomberos controlaron en la madrugada del viernes el incendio de la fábrica de pinturas Colorsur, en el que dos operarios resultaron quemados.\n\nLa autovía, cortada por el humo, está abierta de nuevo.',
    ],
  ],
  'two recalls of one maker': [
    [
      '2035-08-06T01',
      'ko',
      '나루전자, 전기밥솥 3만 대 회수…뚜껑 열려 화상',
      '나루전자가 뚜껑이 저절로 열리는 결함이 확인된 전기밥솥 ‘솔밥’ 3만 대를 회수한다고 6일 밝혔다.\n\n소비자원에 접수된 화상 사고는 9건이다. 회수 대상은 지난해 만든 제품이다.',
    ],
    [
      '2035-08-06T05',
      'ko',
      '밥 짓다 뚜껑 ‘펑’…나루전자 솔밥 밥솥 리콜',
      '나루전자의 전기밥솥 ‘솔밥’에서 뚜껑이 갑자기 열려 화상을 입는 사고가 잇따르자 회사가 3만 대를 회수하기로 했다.\n\n지난해 생산된 밥솥이면 무상으로 교환받을 수 있다.',
    ],
    [
      '2035-08-09T02',
      'ko',
      '나루전자 선풍기 목 부러져…5천 대 판매 중단',
      '나루전자가 목 부분이 부러지는 스탠드 선풍기 ‘산들’ 5천 대의 판매를 중단했다.\n\n국가기술표준원은 9일 선풍기 날개가 떨어져 어린이 한 명이 다쳤다고 발표했다.',
    ],
    [
      '2035-08-09T08',
      'ko',
      '선풍기 ‘산들’ 날개 이탈로 어린이 부상',
      '스탠드 선풍기 ‘산들’의 목이 부러지면서 날개가 떨어져 어린이가 다치는 사고가 났다.\n\n국가기술표준원은 제조사에 판매 중단을 명령했다. 시중에 풀린 선풍기는 5천 대다.',
    ],
  ],
  'two landslides in one province': [
    [
      '2035-06-18T03',
      'zh',
      '云岭县发生山体滑坡 三人失联',
      '6月18日清晨，云岭县柏树村发生山体滑坡，三间民房被掩埋，三人失联。县消防大队正在现场搜救。\n\n柏树村连日降雨，村民已转移到小学。',
    ],
    [
      '2035-06-18T09',
      'zh',
      '柏树村滑坡现场仍有三人失联',
      '云岭县柏树村滑坡现场，挖掘机正在清理泥石。三名村民仍然失联，他们的房子被埋在土下。\n\n消防大队出动了五只搜救犬。',
    ],
    [
      '2035-06-21T02',
      'zh',
      '青溪铁路隧道口塌方 列车停运',
      '6月21日凌晨，青溪铁路石门隧道口发生塌方，十二趟列车停运，没有人员伤亡。铁路局说，抢修需要两天。\n\n旅客可以免费退票。',
    ],
    [
      '2035-06-21T08',
      'zh',
      '石门隧道塌方 旅客滞留车站',
      '青溪铁路石门隧道塌方后，四百多名旅客滞留在车站。铁路局安排了二十辆大巴转运。\n\n工人正在隧道口搬运石块。',
    ],
  ],
  'two mergers in one trade': [
    [
      '2035-09-03T09',
      'en',
      'Brewers Oakhart and Tollgate to merge',
      'The brewers Oakhart and Tollgate are to merge in a deal worth 2.4 billion crowns, they announced on Monday. The new company will brew one beer in five that is drunk in Selland.\n\nTollgate’s brewery in Penwick will be closed.',
    ],
    [
      '2035-09-03T13',
      'en',
      'Penwick brewery to close as Oakhart takes Tollgate',
      'Tollgate’s brewery in Penwick is to close after its owner agreed to merge with Oakhart. The deal values Tollgate at 2.4 billion crowns.\n\nThe 160 brewers of Penwick heard of it on the radio.',
    ],
    [
      '2035-09-06T09',
      'en',
      'Brewer Lantern buys cider maker Pomeroy',
      'The brewer Lantern has bought the cider maker Pomeroy for 310 million crowns to get hold of its orchards near Ashcombe, it said on Thursday.\n\nPomeroy will keep its name and its 80 workers.',
    ],
    [
      '2035-09-06T14',
      'en',
      'Ashcombe orchards go to Lantern',
      'Lantern, best known for its stout, is buying the cider maker Pomeroy and with it 400 hectares of orchards around Ashcombe. The price is 310 million crowns.\n\nNo jobs are to go.',
    ],
  ],
  'two rescues at sea': [
    [
      '2035-10-01T06',
      'fr',
      'Un chalutier coule au large de Port-Ménez, cinq marins sauvés',
      'Les cinq marins du chalutier « Marie-Galante » ont été sauvés dans la nuit de dimanche à lundi au large de Port-Ménez, a indiqué la préfecture maritime.\n\nLe bateau avait heurté un conteneur à la dérive.',
    ],
    [
      '2035-10-01T11',
      'fr',
      'Naufrage du « Marie-Galante » : les cinq marins sains et saufs',
      'Ils ont passé deux heures dans leur canot. Les cinq marins du « Marie-Galante », chalutier de Port-Ménez coulé par un conteneur, sont rentrés lundi matin.\n\nLa préfecture maritime cherche d’autres conteneurs.',
    ],
    [
      '2035-10-04T07',
      'fr',
      'Deux kayakistes secourus près de l’île de Brévan',
      'Deux kayakistes ont été secourus mercredi soir par un hélicoptère près de l’île de Brévan, où le courant les avait poussés sur des rochers.\n\nL’un d’eux souffre d’hypothermie, selon la préfecture maritime.',
    ],
    [
      '2035-10-04T12',
      'fr',
      'Île de Brévan : les kayakistes étaient partis sans radio',
      'Les deux kayakistes hélitreuillés mercredi sur les rochers de Brévan n’avaient ni radio ni fusée, a constaté la gendarmerie.\n\nLe plus jeune, en hypothermie, est sorti de l’hôpital.',
    ],
  ],
  'two votes of one council': [
    [
      '2035-11-05T10',
      'ru',
      'Городской совет Лесограда запретил самокаты в парках',
      'Городской совет Лесограда в понедельник запретил ездить на электросамокатах в парках. За нарушение будут штрафовать на три тысячи рублей.\n\nЗа решение проголосовали 24 депутата из 35.',
    ],
    [
      '2035-11-05T15',
      'ru',
      'Самокатам закрыли въезд в парки Лесограда',
      'В парках Лесограда больше нельзя кататься на электросамокатах. Штраф составит три тысячи рублей, решили депутаты.\n\nПрокатные компании обещают оспорить запрет.',
    ],
    [
      '2035-11-08T11',
      'ru',
      'Депутаты Лесограда одобрили строительство аквапарка',
      'Городской совет Лесограда в четверг одобрил строительство аквапарка на месте старого завода «Маяк». Проект оценивают в два миллиарда рублей.\n\nЖители улицы Заводской выступали против.',
    ],
    [
      '2035-11-08T16',
      'ru',
      'На месте завода «Маяк» построят аквапарк',
      'Аквапарк за два миллиарда рублей появится в Лесограде на месте заброшенного завода «Маяк». Депутаты поддержали проект инвестора.\n\nЗавод начнут сносить весной.',
    ],
  ],
};

/** A maker's name in Hangul is filed by its beginnings, and each of them counts as one more tie. */
const fallsShort: Readonly<Record<string, string>> = {
  'two recalls of one maker': 'beginnings of one Korean name count apart',
};

for (const [name, texts] of Object.entries(lookAlikes)) {
  test(`${name} stay two stories`, { todo: fallsShort[name] }, () => {
    for (const [when, [a, b, c, d]] of Object.entries(storiesOf(texts))) {
      assert.notEqual(a, c, `${when}: the second happening is a story of its own`);
      assert.equal(b, a, `${when}: the first is one story`);
      assert.equal(d, c, `${when}: the second is one story`);
    }
  });
}

/** A happening, a text of another in between, and what became of the first weeks later. */
const followUps: Readonly<Record<string, readonly [Text, Text, Text]>> = {
  'a trial after a collapse': [
    [
      '2036-01-07T08',
      'en',
      'Grandstand collapses at Merrick speedway, nine hurt',
      'Nine spectators were hurt on Sunday when a wooden grandstand collapsed at the Merrick speedway. The stand had been put up for the season by the firm Holt Timberworks.\n\nRaces at Merrick are off until further notice.',
    ],
    [
      '2036-01-09T08',
      'en',
      'Bakery in Ostwick wins prize for rye bread',
      'A bakery in Ostwick has won the national prize for rye bread for the third time. The jury praised its crust.\n\nThe baker, who is 71, wants to retire in spring.',
    ],
    [
      '2036-02-11T09',
      'en',
      'Builder of Merrick grandstand charged',
      'The owner of Holt Timberworks has been charged over the collapse of a grandstand at the Merrick speedway in January. Nine spectators were hurt.\n\nProsecutors say that half of the bolts were missing.',
    ],
  ],
  'a date for what was announced': [
    [
      '2036-03-03T09',
      'en',
      'Kestrel observatory to get new mirror',
      'The Kestrel observatory on Mount Arden is to get a new mirror of four metres, the Academy of Sund said on Monday. The old one has a crack.\n\nThe mirror was cast in Velbruck.',
    ],
    [
      '2036-03-05T09',
      'en',
      'Ferry to Lunn runs aground',
      'The ferry to Lunn ran aground on Wednesday with 60 passengers on board. Nobody was hurt, the coastguard said.\n\nA tug is on its way.',
    ],
    [
      '2036-04-07T09',
      'en',
      'Mirror of Kestrel observatory to be lifted onto Mount Arden on April 20',
      'The four-metre mirror for the Kestrel observatory will be lifted onto Mount Arden by helicopter on April 20, the Academy of Sund said.\n\nThe road from Velbruck is too narrow for it.',
    ],
  ],
  'an inquest in German': [
    [
      '2036-03-10T10',
      'de',
      'Gasleitung explodiert in Brackenau, drei Häuser zerstört',
      'In Brackenau hat am Montag die Explosion einer Gasleitung drei Häuser zerstört. Sechs Bewohner wurden verletzt. Ein Bagger der Firma Tiefbau Kolbe hatte die Leitung getroffen.\n\nDie Lindenstraße ist gesperrt.',
    ],
    [
      '2036-03-12T10',
      'de',
      'Storchenpaar brütet auf Kirchturm von Sielheim',
      'Zum ersten Mal seit vierzig Jahren brütet ein Storchenpaar auf dem Kirchturm von Sielheim. Der Pfarrer hat die Glocken abgestellt.\n\nVier Eier liegen im Nest.',
    ],
    [
      '2036-04-14T10',
      'de',
      'Nach Explosion in Brackenau: Ermittlungen gegen Baggerfahrer',
      'Fünf Wochen nach der Gasexplosion in Brackenau ermittelt die Staatsanwaltschaft gegen den Fahrer des Baggers. Die Pläne der Leitung hätten ihm nicht vorgelegen, sagt die Firma Tiefbau Kolbe.\n\nDie drei zerstörten Häuser sind abgerissen.',
    ],
  ],
  'a reopening in Spanish': [
    [
      '2036-04-01T08',
      'es',
      'Cierran el puente colgante de Valdeoro por grietas',
      'El puente colgante de Valdeoro quedó cerrado el martes tras descubrirse grietas en dos pilares, informó la Diputación.\n\nPor él pasan cada día 9.000 vehículos camino de la mina de Sotogrande.',
    ],
    [
      '2036-04-03T08',
      'es',
      'La feria del libro de Almorán bate récords',
      'La feria del libro de Almorán cerró con 80.000 visitantes, más que nunca. Los editores venden sobre todo novela negra.\n\nEl año que viene habrá más casetas.',
    ],
    [
      '2036-05-06T08',
      'es',
      'El puente de Valdeoro volverá a abrir el 20 de mayo',
      'La Diputación anunció que el puente colgante de Valdeoro se abrirá de nuevo al tráfico el 20 de mayo. Los dos pilares con grietas han sido reforzados.\n\nLos camiones de la mina de Sotogrande tendrán que esperar al verano.',
    ],
  ],
  'a verdict in French': [
    [
      '2036-05-05T09',
      'fr',
      'Un viaduc fermé à Rochemaure après la chute d’un bloc',
      'Le viaduc de Rochemaure a été fermé lundi après la chute d’un bloc de béton sur un train de marchandises. Le conducteur est indemne, selon la préfecture.\n\nL’ouvrage date de 1931.',
    ],
    [
      '2036-05-07T09',
      'fr',
      'Un loup photographié près de Castelnoir',
      'Un loup a été photographié par un berger près de Castelnoir. C’est le premier depuis un siècle dans ces collines.\n\nLes éleveurs demandent des chiens.',
    ],
    [
      '2036-06-10T09',
      'fr',
      'Le viaduc de Rochemaure sera démoli',
      'Le viaduc de Rochemaure, fermé depuis la chute d’un bloc de béton en mai, sera démoli, a annoncé la préfecture. Un pont neuf doit ouvrir dans trois ans.\n\nLes trains de marchandises sont déviés.',
    ],
  ],
  'a return in Russian': [
    [
      '2036-06-02T07',
      'ru',
      'Паром «Лебедь» сел на мель у Каменного острова',
      'Паром «Лебедь» с 70 пассажирами сел на мель у Каменного острова. Пострадавших нет, сообщили в порту Онегска.\n\nПассажиров перевезли катерами.',
    ],
    [
      '2036-06-04T07',
      'ru',
      'В Старобельске открыли музей самоваров',
      'Музей самоваров открылся в Старобельске. В коллекции более трёхсот экспонатов, самый старый сделан в Туле.\n\nВход бесплатный до осени.',
    ],
    [
      '2036-07-07T07',
      'ru',
      'Паром «Лебедь» вернётся на линию 15 июля',
      'Паром «Лебедь», который в июне сел на мель у Каменного острова, вернётся на линию 15 июля, сообщили в порту Онегска.\n\nДнище парома отремонтировали на верфи.',
    ],
  ],
  'a cause found in Korean': [
    [
      '2036-07-01T02',
      'ko',
      '솔개발전소 2호기 멈춰…7만 가구 정전',
      '솔개발전소 2호기가 1일 새벽 갑자기 멈춰 한누리시 7만 가구가 두 시간 동안 정전됐다.\n\n발전소 측은 원인을 조사하고 있다고 밝혔다.',
    ],
    [
      '2036-07-03T02',
      'ko',
      '미르시, 반딧불이 축제 개막',
      '미르시에서 반딧불이 축제가 열렸다. 첫날 관람객 5천 명이 찾았다.\n\n축제는 일요일까지 이어진다.',
    ],
    [
      '2036-08-05T02',
      'ko',
      '솔개발전소 정전 원인은 "까치집"…조사 결과 발표',
      '지난달 한누리시 7만 가구를 정전시킨 솔개발전소 2호기 사고는 변압기 위 까치집 때문으로 조사됐다.\n\n발전소는 5일 조사 결과를 발표했다.',
    ],
  ],
  'a restart in Chinese': [
    [
      '2036-08-04T02',
      'zh',
      '“飞鹭号”观光缆车突停 四十名游客被困',
      '8月4日上午，雁栖山“飞鹭号”观光缆车突然停运，四十名游客被困空中三小时。景区称，缆车电机故障。\n\n雁栖山景区已关闭缆车。',
    ],
    [
      '2036-08-06T02',
      'zh',
      '江北图书馆延长开放时间',
      '江北图书馆从本周起延长开放时间，每晚十点闭馆。读者表示欢迎。\n\n图书馆还增加了两百个座位。',
    ],
    [
      '2036-09-09T02',
      'zh',
      '雁栖山“飞鹭号”缆车将于9月20日恢复运行',
      '雁栖山景区宣布，“飞鹭号”观光缆车将于9月20日恢复运行。缆车8月因电机故障停运，曾有四十名游客被困。\n\n新电机已安装完毕。',
    ],
  ],
  'a successor named': [
    [
      '2036-10-06T08',
      'en',
      'Head of Harrowgate orchestra dies on tour',
      'Leonora Vance, who had led the Harrowgate Symphony for twenty years, died on Sunday during a tour of the northern islands. She was 63.\n\nThe orchestra has cancelled its concerts in Tarnholm.',
    ],
    [
      '2036-10-08T08',
      'en',
      'Bridge at Wick closed to lorries',
      'The old bridge at Wick has been closed to lorries. Engineers found rust in its chains.\n\nDrivers must go round by Sallow.',
    ],
    [
      '2036-11-17T08',
      'en',
      'Harrowgate Symphony names successor to Leonora Vance',
      'The Harrowgate Symphony has chosen Emil Tarr to succeed Leonora Vance, who died on tour in October.\n\nHe is to conduct his first concert in January.',
    ],
  ],
  'a penalty paid': [
    [
      '2036-11-03T08',
      'en',
      'Dye turns river Lossie blue, paper mill suspected',
      'The river Lossie turned blue on Monday below the paper mill of Carrick & Rowe. Thousands of trout died, the fisheries board said.\n\nPeople in Dunlossie were told not to drink from their wells.',
    ],
    [
      '2036-11-05T08',
      'en',
      'Snow closes pass of Arl',
      'The pass of Arl was closed by snow on Wednesday, earlier than in any year since 1988.\n\nTwo lorries had to be dug out.',
    ],
    [
      '2036-12-15T08',
      'en',
      'Carrick & Rowe fined for blue river',
      'The paper mill of Carrick & Rowe has been fined 900,000 crowns for letting dye into the river Lossie in November. The trout of the river will take ten years to come back.\n\nThe mill said that a valve had been left open.',
    ],
  ],
};

for (const [name, texts] of Object.entries(followUps)) {
  test(`${name} comes to its story weeks later`, () => {
    for (const [when, [first, between, later]] of Object.entries(storiesOf(texts))) {
      assert.equal(later, first, `${when}: it goes on with the first`);
      assert.notEqual(between, first, `${when}: what came in between does not`);
    }
  });
}
