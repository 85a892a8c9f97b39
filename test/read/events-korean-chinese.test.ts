import { test } from 'node:test';
import { checkEvents } from './check.ts';

/** What Korean verbs and Chinese particles tell of a date, read on Tuesday 8 October 2024. */
const day = '2024-10-08';

const cases: Record<string, readonly (readonly [text: string, events: string])[]> = {
  ko: [
    ['두 나라는 내년 상반기에 정상회담을 열기로 합의했다.', '내년 상반기: scheduled planned 2025-01..2025-06'],
    ['지난 9월 3일 발사된 로켓은 궤도에 오르지 못했다.', '지난 9월 3일: past failed 2024-09-03..2024-09-03'],
    ['시험은 8월과 5월에 두 차례 실패했다.', '8월: past failed 2024-08..2024-08; 5월: past failed 2024-05..2024-05'],
    ['노조는 오는 15일부터 사흘간 파업에 들어간다.', '오는 15일부터 사흘: window planned 2024-10-15..2024-10-17'],
    ['위원회는 매달 첫째 주 월요일에 열린다.', '매달 첫째 주 월요일: recurring planned ?..?'],
    ['콘서트는 12월 2일 열릴 예정이었으나 취소됐다.', '12월 2일: scheduled cancelled 2024-12-02..2024-12-02'],
    ['오는 금요일 오전 9시에 항구가 다시 열린다.', '오는 금요일 오전 9시: scheduled planned 2024-10-11..2024-10-11'],
    ['작년 여름 홍수로 다리가 무너졌다.', '작년 여름: past held 2023-06..2023-08'],
    ['이틀 전 시작된 수색은 계속되고 있다.', '이틀 전: past held 2024-10-06..2024-10-06'],
    ['정부는 14일까지 답을 달라고 요구했다.', '14일: deadline planned 2024-10-14..2024-10-14'],
    ['2주 안에 답해야 한다.', '2주: deadline planned 2024-10-22..2024-10-22'],
    ['7∼9월 수출이 늘었다.', '7∼9월: window held 2024-07..2024-09'],
    [
      '당초 9월로 예정됐던 공연은 10월로 연기됐다.',
      '9월: scheduled postponed 2024-09..2024-09; 10월: scheduled planned 2024-10..2024-10',
    ],
  ],
  zh: [
    ['新法将于2025年1月1日起施行。', '2025年1月1日: scheduled planned 2025-01-01..2025-01-01'],
    ['火箭9月3日发射失败。', '9月3日: past failed 2024-09-03..2024-09-03'],
    ['8月和5月的两次试验均告失败。', '8月: past failed 2024-08..2024-08; 5月: past failed 2024-05..2024-05'],
    ['工会将从15日起罢工三天。', '15日起罢工三天: window planned 2024-10-15..2024-10-17'],
    ['委员会每月第一个星期一开会。', '每月第一个星期一: recurring planned ?..?'],
    ['原定12月2日举行的音乐会已取消。', '12月2日: scheduled cancelled 2024-12-02..2024-12-02'],
    ['港口将于周五上午9点重新开放。', '周五上午9点: scheduled planned 2024-10-11..2024-10-11'],
    ['去年夏天的洪水冲毁了大桥。', '去年夏天: past held 2023-06..2023-08'],
    ['政府要求14日前答复。', '14日: deadline planned 2024-10-14..2024-10-14'],
    ['必须在两周内答复。', '两周: deadline planned 2024-10-22..2024-10-22'],
    [
      '活动从11日改到18日。',
      '11日: scheduled postponed 2024-10-11..2024-10-11; 18日: scheduled planned 2024-10-18..2024-10-18',
    ],
    ['比赛延期至18日。', '18日: scheduled planned 2024-10-18..2024-10-18'],
    ['自2019年以来，工厂一直关闭。', '2019年: past ongoing 2019..2019'],
  ],
};

for (const [language, list] of Object.entries(cases)) {
  for (const [text, events] of list) test(`${language}: ${text}`, () => checkEvents(text, events, language, day));
}

test('a day of saying is no event', () => {
  checkEvents('항만청은 7일 성명에서 "다리가 안전하다"고 밝혔다.', '', 'ko', day);
  checkEvents('港务局7日在记者会上表示，大桥安全。', '', 'zh', day);
});

test('an agency date line is no event', () => checkEvents('10月8日电 港口已关闭。', '', 'zh', day));
