import type { ParticleSpeech } from '../language.ts';
import { words } from '../language.ts';

/** Korean words of saying: particles and endings. */
export const speechKo: ParticleSpeech = {
  verbs: [
    {
      lemma: '말하다',
      force: 'say',
      stems: words(
        '말했 말한 말하며 말하고 말씀 털어놨 털어놓았 털어놓으며 증언했 증언한 전언했 호소했 호소하며 토로했 토로하며',
      ),
    },
    { lemma: '밝히다', force: 'say', stems: words('밝혔 밝힌 밝히며 밝혀') },
    { lemma: '전하다', force: 'report', stems: words('전했 전한 전하며') },
    { lemma: '보도하다', force: 'report', stems: words('보도했 보도한') },
    { lemma: '강조하다', force: 'say', stems: words('강조했 강조한 강조하며') },
    { lemma: '설명하다', force: 'say', stems: words('설명했 설명한 설명하며') },
    { lemma: '덧붙이다', force: 'say', stems: words('덧붙였 덧붙인') },
    { lemma: '지적하다', force: 'say', stems: words('지적했 지적한 지적하며') },
    { lemma: '언급하다', force: 'say', stems: words('언급했') },
    { lemma: '발표하다', force: 'say', stems: words('발표했') },
    { lemma: '주장하다', force: 'claim', stems: words('주장했 주장한 주장하며 폭로했 폭로하며') },
    { lemma: '예고하다', force: 'say', stems: words('예고했 예고한 예고하며') },
    { lemma: '경고하다', force: 'warn', stems: words('경고했 경고한') },
    { lemma: '우려하다', force: 'warn', stems: words('우려했') },
    { lemma: '부인하다', force: 'deny', stems: words('부인했 부인한') },
    { lemma: '반박하다', force: 'deny', stems: words('반박했 반박하며 일축했') },
    { lemma: '확인하다', force: 'confirm', stems: words('확인했') },
    { lemma: '인정하다', force: 'confirm', stems: words('인정했') },
    { lemma: '약속하다', force: 'promise', stems: words('약속했') },
    { lemma: '위협하다', force: 'threaten', stems: words('위협했') },
    { lemma: '요구하다', force: 'ask', stems: words('요구했 요청했 촉구했 당부했') },
    { lemma: '묻다', force: 'ask', stems: words('물었') },
    { lemma: '답하다', force: 'say', stems: words('답했 대답했') },
    { lemma: '비판하다', force: 'say', stems: words('비판했 비난했') },
    { lemma: '쓰다', force: 'say', stems: words('적었 썼') },
  ],
  topics: words('은 는 이 가 도 께서는 께서 측은'),
  notTopics: words(
    '이날 지난 오는 이번 또 이는 그는요 특히 다만 이어 이에 가장 많은 같은 있는 없는 하는 되는 높은 낮은 새로운 통해',
  ),
  quoting: words('라고 이라고 고 며 라며 이라며 라면서 면서 하고 는 이라는 라는 라'),
  reporting: words('다고 라고 자고 냐고 다며 라며'),
  accordingTo: words('따르면 의하면'),
  accordingParticles: words('에'),
  venueParticles: words('에서 에서도 을 를 통해'),
  addresseeParticles: words('에게 에게서 한테'),
  venues: words(
    '기자회견 회견 인터뷰 브리핑 회의 연설 성명 간담회 페이스북 트위터 라디오 방송 토론회 국정감사 국회 통화 담화 보도자료 논평 행사',
  ),
  dayBounds: words('까지 부터'),
  timeWords: words('이날 오전 오후 지난 어제 오늘 전날 월요일 화요일 수요일 목요일 금요일 토요일 일요일'),
  negations: words('않았 않는 못했'),
  unnamed: ['이 ', '그 ', '한 ', '해당 ', '익명의 ', '관계자', '소식통', '전문가들', '주민들'],
  pronouns: words('그 그녀'),
  titles: words(
    '대통령 총리 장관 의원 대표 대변인 시장 지사 위원장 청장 국장 교수 회장 사장 원장 본부장 대사 차관 실장 부장 씨 박사 변호사 센터장 팀장 소장 총장 감독 위원 서장 의장 연구원 부총리 이사장 단장 처장 차장 과장 군수 구청장 판사 검사 사령관 관장 이장 조합장 지회장 지부장 선장 기장 기자',
  ),
  bodies: words(
    '부 청 처 회 당 군 은행 대학교 대학 병원 공사 공단 센터 경찰서 본부 그룹 기업 전자 신문 방송 통신 연구소 노조 재단 정부 법원 검찰 경찰',
  ),
  documents: words('보고서 성명서 성명 보도자료 논평 공지 통보문'),
};
