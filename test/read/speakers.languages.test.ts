import { test } from 'node:test';
import { check } from './check-statements.ts';

/** Names and titles where names have no capitals: language, body, expected lines. */
const cases: readonly (readonly [language: string, body: string, ...expected: string[]])[] = [
  [
    'ko',
    '이네스 할로런 연구소장은 22일 기자간담회에서 "댐은 안전하다"고 말했다.',
    'direct say | 이네스 할로런 | "댐은 안전하다" | at 기자간담회 | on 2024-05-22',
  ],
  [
    'ko',
    '시의회 마르타 벨 부의장은 기자간담회를 열고 "다리는 닫혔다"고 말했다.',
    'direct say | 마르타 벨 | "다리는 닫혔다" | at 기자간담회',
  ],
  ['ko', '김철수 외교부 대변인은 "회담은 열리지 않았다"고 밝혔다.', 'direct say | 김철수 | "회담은 열리지 않았다"'],
  [
    'ko',
    '변지호 새여울항공 사장이 22일 기자들과 만났다. 변 사장은 "동결은 없다"고 말했다.',
    'direct say | 변지호 | "동결은 없다"',
  ],
  ['ko', '이지원 대변인은 "항구를 다시 연다"고 말했다.', 'direct say | 이지원 | "항구를 다시 연다"'],
  ['ko', '안전위원회는 "댐을 고쳐야 한다"고 밝혔다.', 'direct say | 안전위원회 | "댐을 고쳐야 한다"'],
  ['ko', '세계항만기구 보고서는 "항구가 너무 작다"고 지적했다.', 'direct say | 세계항만기구 | "항구가 너무 작다"'],
  ['zh', '通报说，两艘船已离港。', 'indirect say | (通报) | 两艘船已离港'],
  ['zh', '港务局发布通报称，港口已关闭。', 'indirect say | 港务局 | 港口已关闭'],
  ['zh', '据港务局通报，两艘船已离港。', 'indirect report | 港务局 | 两艘船已离港'],
  ['zh', '会议指出，必须加强安全。', 'indirect say | (会议) | 必须加强安全'],
  // "The company" in languages with articles, and quotations that no verb of saying names.
  [
    'es',
    'Varden S.A. cerró la planta. La empresa dijo que no hay peligro.',
    'indirect say | Varden S.A. | no hay peligro',
  ],
  [
    'de',
    'Die Varden AG schließt das Werk. Das Unternehmen teilte mit, dass niemand in Gefahr sei.',
    'indirect say | Varden AG | niemand in Gefahr sei',
  ],
  [
    'fr',
    'Varden SA ferme son usine. Le groupe a déclaré que personne n’est en danger.',
    'indirect say | Varden SA | personne n’est en danger',
  ],
  [
    'es',
    'Ana Ruiz fue clara: "No vamos a vender la presa a nadie de fuera."',
    'direct say | Ana Ruiz | "No vamos a vender la presa a nadie de fuera."',
  ],
  [
    'de',
    'Anna Weber hatte nur eine Antwort: „Wir verkaufen den Damm an niemanden in der Stadt.“',
    'direct say | Anna Weber | „Wir verkaufen den Damm an niemanden in der Stadt.“',
  ],
  [
    'fr',
    'Anne Morel a eu une réponse : « Nous ne vendrons le barrage à personne dans la ville. »',
    'direct say | Anne Morel | « Nous ne vendrons le barrage à personne dans la ville. »',
  ],
  ['es', '"Es vieja", dijo Ruiz, citando el informe.', 'direct say | Ruiz | "Es vieja"'],
];

for (const [language, body, ...expected] of cases) test(body, () => check(body, expected, language));
