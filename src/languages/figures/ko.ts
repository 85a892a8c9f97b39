import { type CountWords, numberTable, phrases, words, wordTable } from '../language.ts';
import { moneySigns } from '../money.ts';

/** Korean words of figures. */
export const countsKo: CountWords = {
  numerals: numberTable(
    '한 1; 두 2; 세 석 3; 네 넉 4; 다섯 5; 여섯 6; 일곱 7; 여덟 8; 아홉 9; 열 10; 스물 스무 20; 서른 30; 마흔 40; 쉰 50; 예순 60; 일흔 70; 여든 80; 아흔 90',
  ),
  scales: numberTable('십 10; 백 100; 천 1000; 만 10000; 억 100000000; 조 1000000000000'),
  vague: words('수 몇 제 여러'),
  percents: words('% ％ 퍼센트 프로'),
  percentBefore: [],
  fractionLinks: words('분의'),
  halves: words('절반'),
  currencies: {
    ...moneySigns,
    ...wordTable(
      'KRW: 원; USD: 달러 미국달러 미달러; EUR: 유로; GBP: 파운드; JPY: 엔; CNY: 위안; RUB: 루블; HKD: 홍콩달러; CAD: 캐나다달러; AUD: 호주달러; TWD: 대만달러; CHF: 스위스프랑; franc: 프랑; SEK: 스웨덴크로나; DKK: 덴마크크로네; NOK: 노르웨이크로네; crown: 크로나 크로네 크라운; peso: 페소; rupee: 루피; lira: 리라; dinar: 디나르; dirham: 디르함; rial: 리알; VND: 동; THB: 밧 바트; IDR: 루피아; PLN: 즈워티; BTC: 비트코인',
    ),
  },
  units: wordTable(
    'km: km ㎞ 킬로미터; m: m 미터; cm: cm ㎝ 센티미터; mm: mm ㎜ 밀리미터; kg: kg ㎏ 킬로그램; t: 톤 t; l: 리터 ℓ; bbl: 배럴; ha: 헥타르 ㏊ ha; km2: ㎢ 제곱킬로미터; m2: ㎡ 제곱미터; pyeong: 평; MW: mw 메가와트; GW: gw 기가와트; km/h: km/h; degrees: ℃; points: 포인트 점; %-points: %포인트 %p',
  ),
  counters: words(
    '명 명분 인 사람 대 척 채 건 곳 개 개국 개교 개사 마리 가구 세대 동 권 장 편 발 기 문 표 석 그루 송이 켤레 벌 병 봉지 상자 가지 차례 필지 쌍 줄 판 통 자루 포기 곡 점 세트 좌석 량 구 학급 품목 종 종류 농가 업체 노선 지점 매 정 잔 짝 가닥 회선 병상 개소 개월치 건물 군데 무리',
  ),
  nounCounters: words('사람 가구 세대 농가 업체 노선 학급 품목 병상 건물 좌석 개국 개교 개사'),
  notCounters: words(
    '년 월 일 시 분 초 세 살 위 번 번째 회 차 급 층 호선 호점 학년 등 기 대째 주 개월 시간 주년 개년 분기 강 단계 조 항 절 쪽 도 대로 반 박 월호 리 주째 일째 달 해 주일 년대 세기 배',
  ),
  fates: wordTable(
    'deaths: 숨졌 숨지 숨진 사망 목숨 희생 시신; injured: 다쳤 다치 다친 부상 중상 경상; hospitalised: 입원; missing: 실종; arrested: 체포 구속 검거 연행; evacuated: 대피 이재민; infected: 확진 감염',
  ),
  fateReach: 24,
  particles: words(
    '은 는 이 가 을 를 의 에 에서 와 과 도 만 으로 로 까지 부터 씩 에게 께 보다 이나 나 이며 이고 에는 에도 이라고',
  ),
  subjects: words('은 는 이 가'),
  towards: words('으로 로 에 까지'),
  genitives: words('의'),
  stops: words(
    '또 및 등 전체 추가로 각각 현재 이날 오전 오후 지금까지 지난 올해 이번 이상 넘는 이 그 저 더 따라 통해 위해 대해 그중 이 중 가운데 한때 당시 다시 새로 이미 아직 가장',
  ),
  passed: words('약 총 모두 최소 최대 적어도 최고 무려 단 겨우 대략 거의 최소한 많게는 줄잡아'),
  nouns: words(
    '어린이 아이 고양이 호랑이 농가 상가 국가 평가 휴가 도로 활주로 철로 선로 온도 파도 제도 마을 가을 사과 교과 결과 효과 회의 주의 전문의 개의 문의 동의 종이 놀이 나이 사이 길이 높이 깊이 넓이 참가 증가 물가 주가 작가 공사로 진로 항로 수로 통로 지도 보도 속도 강도 각도 섬 배 차 집 소 말 닭 개 새 벼 콩 병력',
  ),
  verbEndings: words(
    '하고 되고 있고 됐고 했고 하며 되며 있는 하는 되는 했던 지고 졌고 해 돼 된 할 던 져 으며 면서 려고 면 서 어 아 여 지만',
  ),
  measures: [],
  subjectOpeners: [],
  hangul: true,
  bounds: {
    about: phrases('약, 대략, 거의, 줄잡아, 어림잡아'),
    'at least': phrases('최소, 적어도, 최소한'),
    'at most': phrases('최대, 많게는'),
  },
  boundsBehind: {
    about: words('여 가량 정도 안팎 남짓 쯤'),
    'at least': words('이상'),
    'at most': words('이하 이내'),
    over: words('넘 초과'),
    under: words('미만'),
  },
  rangeLinks: words('~ ∼ ～ - – 에서 내지'),
};
