import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineOf, readingOf } from './check-statements.ts';

/** Whole articles of our own, with statements and figures that must be among those read of them. */
const articles: readonly { language: string; what: string; body: string; statements: string[]; figures: string[] }[] = [
  {
    language: 'en',
    what: 'a wire story of a launch',
    body: 'SKARHOLM, Norlund (Norwire) - Norlund\'s government said on Thursday it would postpone the launch of its second coastal satellite until May 2, two weeks after the first attempt failed.\n\nSpace Minister Lena Orm told reporters that engineers had found a cracked valve. "We will not fly with it," she said. She declined to say who built the valve.\n\nThe Kestrel Consortium, which runs the launch site near Hallen, said in a statement that the delay would cost about 4 million crowns. Its shares fell 6 percent on the Skarholm exchange.\n\nJapanese media reported earlier that Norlund had notified the coast guard of a launch window between April 28 and May 5. A spokesman for the coast guard, Kenji Sato, confirmed it had received the notice.\n\n"The notice is still valid," Sato said by telephone.',
    statements: [
      "indirect say | (Norlund's government) | it would postpone the launch of its second coastal satellite until May 2, two weeks after the first attempt failed | on 2024-05-16",
      'indirect say | Lena Orm | engineers had found a cracked valve | to reporters',
      'direct say | Lena Orm | "We will not fly with it,"',
      'indirect refuse not | Lena Orm | who built the valve',
      'indirect say | Kestrel Consortium | the delay would cost about 4 million crowns | at a statement',
      'indirect report | (Japanese media) | Norlund had notified the coast guard of a launch window between April 28 and May 5',
      'indirect confirm | Kenji Sato | it had received the notice',
      'direct say | Kenji Sato | "The notice is still valid," | at telephone',
    ],
    figures: ['4 million crowns = 4000000 crown', '6 percent = 6 %'],
  },
  {
    language: 'en',
    what: 'a wire story of an accident',
    body: 'HALLEN (Norwire) - At least 12 people were killed and 40 others injured when a ferry hit a pier in Hallen on Wednesday morning, police said.\n\nThe ferry, the Bremer Star, was carrying 91 passengers from Skarholm, according to its operator, Bremer Lines. Two thirds of them were schoolchildren.\n\nAsked whether the captain had been drinking, police chief Jonas Berg said no. The captain, who was not named, has been detained, he added.\n\nPrime Minister Tim Wold called for an inquiry and promised to visit the town on Friday. The opposition Labour Alliance accused his government of ignoring warnings; it said inspectors had asked for new rules in 2021.',
    statements: [
      'indirect say | (police) | At least 12 people were killed and 40 others injured when a ferry hit a pier in Hallen on Wednesday morning',
      'indirect say | Bremer Lines | The ferry, the Bremer Star, was carrying 91 passengers from Skarholm',
      'indirect ask | () | whether the captain had been drinking',
      'indirect say | Jonas Berg | no',
      'indirect say | Jonas Berg | The captain, who was not named, has been detained',
      'indirect ask | Tim Wold | an inquiry',
      'indirect promise | Tim Wold | to visit the town on Friday',
      'indirect claim | Labour Alliance | his government of ignoring warnings',
      'indirect say | Labour Alliance | inspectors had asked for new rules in 2021',
    ],
    figures: ['12 = 12 deaths', '40 = 40 injured', '91 = 91 -', 'Two thirds = 66.7 %'],
  },
  {
    language: 'en',
    what: 'a press conference',
    body: 'Mayor Ana Holt told a news conference on Tuesday that the Hallen bridge would stay closed until the end of August.\n\n"It is old, and it is tired," Holt said. "So am I."\n\nAsked by a Lakeside Courier reporter to say what the repairs would cost, she replied: "Less than a new one." Her deputy, Karl Brandt, said the council had set aside 2.5 million crowns, compared with 1.8 million last year.\n\nHolt was also asked about her plans for the autumn. She said she would decide by June 30 whether to run again.',
    statements: [
      'indirect say | Ana Holt | the Hallen bridge would stay closed until the end of August | at a news conference | on 2024-05-21',
      'direct say | Ana Holt | "It is old, and it is tired," … "So am I."',
      'indirect ask | (a Lakeside Courier reporter) | to say what the repairs would cost',
      'direct say | Ana Holt | "Less than a new one."',
      'indirect say | Karl Brandt | the council had set aside 2.5 million crowns',
      'indirect ask | () | her plans for the autumn',
      'indirect say | Ana Holt | she would decide by June 30 whether to run again',
    ],
    figures: ['2.5 million crowns = 2500000 crown'],
  },
  {
    language: 'en',
    what: 'a court report',
    body: 'A Varden court on Monday sentenced former banker Lukas Orm to six years in prison for fraud.\n\nJudge Maria Brandt said Orm, 52, had "looted" Kestrel Bank of 31 million crowns between 2015 and 2019. Half of the money has not been found.\n\n"He betrayed people who trusted him," Brandt told the court. Orm\'s lawyer, Peter Lund, said his client would appeal. Prosecutors had asked for eight years.\n\nOrm, who has denied the charges, was ordered to report to Hallen prison by May 31. The ruling was welcomed by the Norlund Savers\' Union.',
    statements: [
      'mixed say | Maria Brandt | Orm, 52, had "looted" Kestrel Bank of 31 million crowns between 2015 and 2019',
      'direct say | Maria Brandt | "He betrayed people who trusted him," | to the court',
      'indirect say | Peter Lund | his client would appeal',
      'indirect deny | Lukas Orm | the charges',
      'indirect ask | () | to report to Hallen prison by May 31',
      "indirect say | Norlund Savers' Union | The ruling",
    ],
    figures: ['31 million crowns = 31000000 crown', 'Half = 50 %'],
  },
  {
    language: 'en',
    what: 'a market report',
    body: 'Norlund shares closed lower on Friday after the central bank raised its key rate to 4.25 percent from 4 percent.\n\nThe Skarholm index fell 1.3 percent to 2,104 points. Tern Holdings lost 5 percent after the shipping company said quarterly profit would drop by a third.\n\n"The market was not prepared for this," said Ida Falk, an analyst at Kestrel Securities. She expects another rise in September.\n\nThe crown rose to 11.2 per euro. Brent crude was little changed at $81 a barrel.',
    statements: [
      'indirect say | Tern Holdings | profit would drop by a third',
      'direct say | Ida Falk | "The market was not prepared for this,"',
    ],
    figures: [
      '4.25 percent = 4.25 %',
      '4 percent = 4 %',
      '1.3 percent = 1.3 %',
      '2,104 points = 2104 points',
      '5 percent = 5 %',
      '11.2 = 11.2 -',
      '$81 = 81 USD',
    ],
  },
  {
    language: 'en',
    what: 'a science embargo',
    body: 'EMBARGOED UNTIL 1700 GMT, MAY 23\n\nEels in Lake Hallen have lost nearly half of their weight since 1990, according to a study published in the journal Lakes.\n\nResearchers at the University of Skarholm measured 4,200 eels over three decades. "We did not expect so steep a fall," said lead author Dr. Mira Tan.\n\nThe study found that warmer water explained about two thirds of the loss. An independent expert, Professor Olaf Rem of the Orm Institute, called the result "worrying but not surprising". He was not involved in the work.\n\nThe team plans to publish its data in July.',
    statements: [
      'indirect say | (a study published in the journal Lakes) | Eels in Lake Hallen have lost nearly half of their weight since 1990',
      'direct say | Mira Tan | "We did not expect so steep a fall,"',
      'indirect report | (The study) | warmer water explained about two thirds of the loss',
      'mixed say | Olaf Rem | the result "worrying but not surprising"',
    ],
    figures: ['half = 50 %', '4,200 = 4200 -', 'two thirds = 66.7 %'],
  },
  {
    language: 'en',
    what: 'an election night',
    body: 'With 80 percent of votes counted, the Green Party led the Labour Alliance by 34 percent to 31 percent on Sunday night, the Norlund Election Board said.\n\n"We have won," party leader Jonas Berg told supporters in Skarholm. Prime Minister Tim Wold conceded shortly before midnight in a call to Berg, his office said.\n\nExit polls by Lakeside TV had predicted a tie. Turnout was 61 percent, up from 55 percent in 2020.\n\nBerg said he would begin coalition talks on Tuesday. Analysts say he needs the Farmers\' League, which won 12 seats, to govern.',
    statements: [
      'indirect say | Norlund Election Board | With 80 percent of votes counted, the Green Party led the Labour Alliance by 34 percent to 31 percent on Sunday night',
      'direct say | Jonas Berg | "We have won," | to supporters',
      'indirect say | (his office) | Prime Minister Tim Wold conceded shortly before midnight in a call to Berg',
      'indirect say | (Exit polls by Lakeside TV) | a tie',
      'indirect say | Jonas Berg | he would begin coalition talks on Tuesday',
      "indirect say | (Analysts) | he needs the Farmers' League, which won 12 seats, to govern",
    ],
    figures: [
      '80 percent = 80 %',
      '34 percent = 34 %',
      '31 percent = 31 %',
      '61 percent = 61 %',
      '55 percent = 55 %',
      '12 = 12 -',
    ],
  },
  {
    language: 'de',
    what: 'German politics',
    body: 'Der Ministerpräsident von Norland, Tim Wold, hat am Montag einen Besuch in Berlin auf den 3. Juni verschoben. Das teilte seine Sprecherin Anna Holt mit.\n\n"Der Termin passt uns nicht", sagte Holt der Zeitung Hallener Bote. Wold wolle erst mit der Opposition sprechen, fügte sie hinzu.\n\nLaut Polizei wurden bei Protesten in Hallen zwölf Menschen verletzt. Ein Drittel der Geschäfte blieb geschlossen. Die Gewerkschaft kündigte an, den Streik bis Freitag fortzusetzen.',
    statements: [
      'indirect say | Anna Holt | Der Ministerpräsident von Norland, Tim Wold, hat am Montag einen Besuch in Berlin auf den 3. Juni verschoben',
      'direct say | Anna Holt | "Der Termin passt uns nicht"',
      'indirect say | (sie) | Wold wolle erst mit der Opposition sprechen',
      'indirect say | Polizei | wurden bei Protesten in Hallen zwölf Menschen verletzt',
      'indirect say | (Die Gewerkschaft) | den Streik bis Freitag fortzusetzen',
    ],
    figures: ['zwölf = 12 injured', 'Ein Drittel = 33.3 %'],
  },
  {
    language: 'fr',
    what: 'French politics',
    body: "Le premier ministre du Norland, Tim Wold, a annoncé lundi le report au 3 juin de sa visite à Paris.\n\n« La date ne nous convient pas », a déclaré sa porte-parole, Anne Holt, lors d'une conférence de presse. Elle a refusé de dire qui avait demandé ce report.\n\nSelon la police, douze personnes ont été blessées à Hallen. Un tiers des magasins est resté fermé. Le syndicat a promis de poursuivre la grève jusqu'à vendredi.",
    statements: [
      'indirect say | Tim Wold | le report au 3 juin de sa visite à Paris | on 2024-05-20',
      'direct say | Anne Holt | « La date ne nous convient pas » | at une conférence de presse',
      'indirect say | (la police) | douze personnes ont été blessées à Hallen',
    ],
    figures: ['douze = 12 injured', 'Un tiers = 33.3 %'],
  },
  {
    language: 'es',
    what: 'Spanish politics',
    body: 'El primer ministro de Norlandia, Tim Wold, aplazó el lunes su visita a Madrid hasta el 3 de junio.\n\n"La fecha no nos conviene", dijo su portavoz, Ana Holt, en una rueda de prensa. Añadió que Wold hablaría antes con la oposición.\n\nSegún la policía, doce personas resultaron heridas en Hallen. Un tercio de las tiendas permaneció cerrado. El sindicato prometió continuar la huelga hasta el viernes.',
    statements: [
      'direct say | Ana Holt | "La fecha no nos conviene" | at una rueda de prensa',
      'indirect say | Ana Holt | Wold hablaría antes con la oposición | at una rueda de prensa',
      'indirect say | (la policía) | doce personas resultaron heridas en Hallen',
      'indirect promise | (El sindicato) | continuar la huelga hasta el viernes',
    ],
    figures: ['doce = 12 injured', 'Un tercio = 33.3 %'],
  },
  {
    language: 'ru',
    what: 'Russian politics',
    body: 'Премьер-министр Норландии Тим Вольд в понедельник перенёс визит в Москву на 3 июня. Об этом сообщила его представитель Анна Хольт.\n\n«Дата нам не подходит», — сказала Хольт на пресс-конференции. По её словам, Вольд сначала встретится с оппозицией.\n\nПо данным полиции, в Халлене пострадали двенадцать человек. Треть магазинов закрыта. Профсоюз пообещал продолжить забастовку до пятницы.',
    statements: [
      'indirect say | Анна Хольт | Премьер-министр Норландии Тим Вольд в понедельник перенёс визит в Москву на 3 июня',
      'direct say | Анна Хольт | «Дата нам не подходит» | at пресс-конференции',
      'indirect say | (полиции) | в Халлене пострадали двенадцать человек',
    ],
    figures: ['двенадцать = 12 injured', 'Треть = 33.3 %'],
  },
  {
    language: 'ko',
    what: 'a Korean launch',
    body: '노를란드 정부는 20일 두 번째 위성 발사를 6월 2일로 연기한다고 밝혔다.\n\n레나 오름 우주부 장관은 기자회견에서 "밸브에 금이 갔다"고 말했다. 그는 제조사를 밝히기를 거부했다.\n\n경찰에 따르면 할렌에서 12명이 다쳤다. 상점의 3분의 1이 문을 닫았다. 노조는 24일까지 파업을 계속하겠다고 예고했다.',
    statements: [
      'indirect say | 노를란드 정부 | 두 번째 위성 발사를 6월 2일로 연기한다 | on 2024-05-20',
      'direct say | 레나 오름 | "밸브에 금이 갔다" | at 기자회견',
      'indirect say | 경찰 | 할렌에서 12명이 다쳤다',
      'indirect say | 노조 | 24일까지 파업을 계속하겠다',
    ],
    figures: ['12 = 12 injured', '3분의 1 = 33.3 %'],
  },
  {
    language: 'zh',
    what: 'a Chinese launch',
    body: '诺兰政府20日宣布,第二颗卫星的发射推迟至6月2日。\n\n航天部长林娜在记者会上说:“阀门有裂缝。”她拒绝透露制造商。\n\n据警方通报,哈伦市有12人受伤。三分之一的商店关门。工会表示,罢工将持续到24日。',
    statements: [
      'indirect say | 诺兰政府 | 第二颗卫星的发射推迟至6月2日 | on 2024-05-20',
      'direct say | 林娜 | “阀门有裂缝。” | at 记者会',
      'indirect refuse | 林娜 | 制造商',
      'indirect report | 警方 | 哈伦市有12人受伤',
      'indirect say | 工会 | 罢工将持续到24日',
    ],
    figures: ['12 = 12 injured', '三分之一 = 33.3 %'],
  },
];

for (const { language, what, body, statements, figures } of articles) {
  test(`${language}: ${what}`, () => {
    const reading = readingOf(body, language);
    const said = reading.statements.map((statement) => lineOf(statement, body));
    for (const line of statements) assert.ok(said.includes(line), `${line}\nin:\n${said.join('\n')}`);
    const counted = reading.figures.map(({ span, value, unit }) => `${body.slice(...span)} = ${value} ${unit ?? '-'}`);
    for (const line of figures) assert.ok(counted.includes(line), `${line}\nin:\n${counted.join('\n')}`);
  });
}
