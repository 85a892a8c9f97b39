import { test } from 'node:test';
import { check } from './check-statements.ts';

/** The same in other languages, with their quote marks and verbs. */
const cases: Record<string, readonly (readonly [body: string, ...expected: string[]])[]> = {
  es: [
    // A label and no speaker: "pared" is no verb in Spanish.
    ['Anuncio: la pared blanca junto a la casa vieja del puerto de Marrow'],
    ['«La presa es segura», dijo la alcaldesa Marta Ruiz.', 'direct say | Marta Ruiz | «La presa es segura»'],
    [
      '"La presa es segura", afirmó Ruiz en una entrevista.',
      'direct say | Ruiz | "La presa es segura" | at una entrevista',
    ],
    ['Marta Ruiz dijo que la presa era segura.', 'indirect say | Marta Ruiz | la presa era segura'],
    ['Según el ministerio, dos puentes se hundieron.', 'indirect say | (el ministerio) | dos puentes se hundieron'],
    ['Dos puentes se hundieron, según la policía.', 'indirect say | (la policía) | Dos puentes se hundieron'],
    ['El portavoz negó que la presa tuviera grietas.', 'indirect deny | (El portavoz) | la presa tuviera grietas'],
    ['La ministra Ana Soler advirtió de que la presa podía ceder.', 'indirect warn | Ana Soler | la presa podía ceder'],
    [
      'La alcaldesa Marta Ruiz aseguró que el puente reabrirá en junio. «No habrá más retrasos», añadió.',
      'indirect claim | Marta Ruiz | el puente reabrirá en junio',
      'direct say | Marta Ruiz | «No habrá más retrasos»',
    ],
    [
      '«Nos vamos», explicó el portavoz del sindicato, Luis Ortega, en una rueda de prensa.',
      'direct say | Luis Ortega | «Nos vamos» | at una rueda de prensa',
    ],
    ['El presidente anunció que dimitirá en mayo.', 'indirect say | (El presidente) | dimitirá en mayo'],
  ],
  fr: [
    ['« Le barrage est sûr », a déclaré la maire Claire Morel.', 'direct say | Claire Morel | « Le barrage est sûr »'],
    ['« Le barrage est sûr », dit Claire Morel.', 'direct say | Claire Morel | « Le barrage est sûr »'],
    ['Claire Morel a affirmé que le barrage était sûr.', 'indirect claim | Claire Morel | le barrage était sûr'],
    [
      'Selon la préfecture, deux ponts se sont effondrés.',
      'indirect say | (la préfecture) | deux ponts se sont effondrés',
    ],
    [
      'Deux ponts se sont effondrés, selon la préfecture.',
      'indirect say | (la préfecture) | Deux ponts se sont effondrés',
    ],
    ['Le ministre a nié que le barrage soit fissuré.', 'indirect deny | (Le ministre) | le barrage soit fissuré'],
    [
      '« Nous partons », a expliqué le porte-parole Luc Garnier lors d’une conférence de presse.',
      'direct say | Luc Garnier | « Nous partons » | at une conférence de presse',
    ],
    ['« C’est fini », a-t-il ajouté.', 'direct say | (a-t-il) | « C’est fini »'],
    [
      'Le gouvernement a confirmé que les travaux sont en retard.',
      'indirect confirm | (Le gouvernement) | les travaux sont en retard',
    ],
    [
      'Claire Morel a promis que le pont rouvrira en juin.',
      'indirect promise | Claire Morel | le pont rouvrira en juin',
    ],
  ],
  de: [
    ['„Der Damm ist sicher“, sagte Bürgermeisterin Jana Krüger.', 'direct say | Jana Krüger | „Der Damm ist sicher“'],
    [
      '„Der Damm ist sicher“, sagte Krüger in einem Interview.',
      'direct say | Krüger | „Der Damm ist sicher“ | at einem Interview',
    ],
    ['Jana Krüger sagte, der Damm sei sicher.', 'indirect say | Jana Krüger | der Damm sei sicher'],
    ['Jana Krüger erklärte, dass der Damm sicher sei.', 'indirect say | Jana Krüger | der Damm sicher sei'],
    ['Laut Polizei wurden zwei Brücken zerstört.', 'indirect say | Polizei | wurden zwei Brücken zerstört'],
    [
      'Der Damm sei sicher, so ein Sprecher des Ministeriums.',
      'indirect say | (ein Sprecher des Ministeriums) | Der Damm sei sicher',
    ],
    ['Der Minister bestritt, dass der Damm Risse habe.', 'indirect deny | (Der Minister) | der Damm Risse habe'],
    [
      '»Wir gehen«, sagte Regierungssprecher Uwe Brand bei einer Pressekonferenz.',
      'direct say | Uwe Brand | »Wir gehen« | at einer Pressekonferenz',
    ],
    [
      'Die Behörde bestätigte, dass die Brücke geschlossen bleibt.',
      'indirect confirm | (Die Behörde) | die Brücke geschlossen bleibt',
    ],
    ['Nach Angaben der Polizei starben drei Menschen.', 'indirect say | (der Polizei) | starben drei Menschen'],
    // A label and no speaker: "United" is no verb in German.
    ['Abbildung: Die Spieler von Marrow United vor dem Tor der alten Halle im Norden der Stadt'],
  ],
  ru: [
    ['«Плотина безопасна», — заявила мэр Ольга Дорохова.', 'direct say | Ольга Дорохова | «Плотина безопасна»'],
    ['«Плотина безопасна», — сказал он журналистам.', 'direct say | (он) | «Плотина безопасна»'],
    ['Ольга Дорохова сообщила, что плотина безопасна.', 'indirect say | Ольга Дорохова | плотина безопасна'],
    ['По словам губернатора, разрушены два моста.', 'indirect say | (губернатора) | разрушены два моста'],
    ['Министр опроверг, что плотина дала трещину.', 'indirect deny | (Министр) | плотина дала трещину'],
    ['Павел Громов заявил на брифинге, что мост закроют.', 'indirect say | Павел Громов | мост закроют | at брифинге'],
    ['Компания подтвердила, что завод остановлен.', 'indirect confirm | Компания | завод остановлен'],
    ['По данным полиции, погибли три человека.', 'indirect say | (полиции) | погибли три человека'],
  ],
  ko: [
    ['박영희 장관은 "댐은 안전하다"고 말했다.', 'direct say | 박영희 | "댐은 안전하다"'],
    [
      '외교부 김철수 대변인은 정례 브리핑에서 "계획을 중단해야 한다"고 밝혔다.',
      'direct say | 김철수 | "계획을 중단해야 한다" | at 정례 브리핑',
    ],
    ['"댐은 안전하다"고 박영희 장관이 말했다.', 'direct say | 박영희 | "댐은 안전하다"'],
    ['박영희 장관은 댐이 안전하다고 밝혔다.', 'indirect say | 박영희 | 댐이 안전하다'],
    ['환경부에 따르면 다리 두 개가 무너졌다.', 'indirect say | 환경부 | 다리 두 개가 무너졌다'],
    ['경찰은 용의자를 체포했다고 발표했다.', 'indirect say | 경찰 | 용의자를 체포했다'],
    ['정부는 의혹을 사실이 아니라고 부인했다.', 'indirect deny | 정부 | 의혹을 사실이 아니라'],
    ['교도통신은 일본 정부가 회담을 제안했다고 보도했다.', 'indirect report | 교도통신 | 일본 정부가 회담을 제안했다'],
    [
      '김철수 의원은 페이스북에서 “책임을 져야 한다”고 적었다.',
      'direct say | 김철수 | “책임을 져야 한다” | at 페이스북',
    ],
    ['회사 관계자는 사고 원인을 조사 중이라고 설명했다.', 'indirect say | (회사 관계자) | 사고 원인을 조사 중이라'],
  ],
  zh: [
    ['市长王强说：“大坝是安全的。”', 'direct say | 王强 | “大坝是安全的。”'],
    ['“大坝是安全的，”市长王强说。', 'direct say | 王强 | “大坝是安全的，”'],
    [
      '外交部发言人李明在例行记者会上表示，中方反对这一做法。',
      'indirect say | 李明 | 中方反对这一做法 | at 例行记者会',
    ],
    ['据新华社报道，两座桥梁倒塌。', 'indirect report | 新华社 | 两座桥梁倒塌'],
    ['王强否认公司隐瞒数据。', 'indirect deny | 王强 | 公司隐瞒数据'],
    ['李明强调，双方将继续合作。', 'indirect say | 李明 | 双方将继续合作'],
    ['警方证实三人受伤。', 'indirect confirm | 警方 | 三人受伤'],
    ['王强警告，水位仍在上升。', 'indirect warn | 王强 | 水位仍在上升'],
    ['「大壩是安全的」，市長王強說。', 'direct say | 市長王強 | 「大壩是安全的」'],
    ['该公司宣布明年关闭工厂。', 'indirect say | (该公司) | 明年关闭工厂'],
    // A quotation with a full stop of its own ends a sentence.
    ['“水退了三尺。”该局副局长王强在发布会上说。', 'direct say | 王强 | “水退了三尺。” | at 发布会'],
    ['针对大坝漏水的说法，市长王强没有回答。'],
  ],
};

for (const [language, list] of Object.entries(cases)) {
  for (const [body, ...expected] of list) {
    test(`${language}: ${body.slice(0, 80)}`, () => check(body, expected, language));
  }
}
