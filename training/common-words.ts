/**
 * Words that news texts use whatever they are about, of languages for which no free word counts were at hand: in four bands, by
 * the share of texts that hold them. Korean words count by their first two syllables, since particles and endings follow.
 */
export const commonWords: Readonly<Record<string, readonly (readonly [share: number, words: string])[]>> = {
  fr: [
    [
      0.6,
      `le la les un une des de du au aux et en dans pour par sur avec que qui ne pas plus est a ont été sont ce cette ces il
      elle ils se son sa ses leur leurs mais ou comme après avant deux`,
    ],
    [
      0.3,
      `être avoir était avait sera fait faire dit selon aussi alors tout tous toute toutes autre autres même encore depuis
      lors entre sans sous contre vers chez très bien déjà peu moins où dont quand si on nous vous je y leur eux ceux celle
      celui an ans année années jour jours mois semaine heures fois premier première dernier dernière nouveau nouvelle grand
      grande annoncé déclaré expliqué indiqué affirmé précisé ajouté assuré estimé rappelé trois quatre cinq plusieurs`,
    ],
    [
      0.12,
      `lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
      novembre décembre matin soir nuit hier aujourd demain fin début milieu moment temps part place cours cas fait chose
      monde pays ville région commune maire préfet préfecture ministre ministère président présidente directeur directrice
      gouvernement état public publique groupe entreprise société direction syndicat salarié personne personnes gens homme
      femme enfant enfants famille habitant habitants police gendarme pompier justice tribunal procureur enquête plainte
      réunion décision projet plan accord demande question réponse raison cause effet suite situation problème besoin
      million millions milliard milliers centaine dizaine euros nombre total près environ quelque moins chaque seul seule
      prendre mettre donner venir aller voir pouvoir devoir vouloir savoir devrait pourrait doit peut veut permettre
      trouver laisser passer rester arriver partir revenir demander annoncer national local droit loi service centre
      site maison rue route école hôpital`,
    ],
    [
      0.04,
      `emploi emplois poste postes travail usine fermeture activité production client prix gaz énergie hausse baisse coût
      grève manifestation mouvement accident incendie feu victime victimes mort morts blessé blessés décès secours urgence
      tempête pluie inondation séisme neige train avion bateau bus voiture camion aéroport gare port pont tunnel ligne
      trafic circulation transport élection vote candidat parti député sénat assemblée maire conseil budget impôt dette
      banque marché vente achat contrat offre repreneur actionnaire procès audience condamné prison peine avocat juge
      accusé victime témoin match équipe joueur saison victoire défaite film livre musée festival spectacle artiste
      recherche étude rapport résultat chiffre données système sécurité risque danger protection santé maladie malade
      médecin patient vaccin virus eau air sol arbre forêt mer rivière animal report reporté prévu ouverture`,
    ],
  ],
  ko: [
    [
      0.45,
      `있다 있는 했다 밝혔다 말했다 지난 이번 것으로 위해 대한 대해 따라 이날 모두 함께 통해 가운데 그는 이를 또한 하지만 그러나 오는
      오전 오후 가장 다른 모든 없다 않다 않는 된다 됐다 한다 하는 하고 하지 것이 때문 관련 관계자 설명했다 전했다`,
    ],
    [
      0.22,
      `올해 지난해 내년 최근 현재 앞서 이후 이어 이미 아직 다시 계속 같은 같이 특히 예정 계획 결과 문제 경우 사람 시민 주민 정부 당국
      대표 시장 위원 장관 회장 사장 국장 과장 조사 확인 발표 결정 진행 시작 요구 주장 강조 지적 덧붙 알려 열린 열고 열어 나온 나오 나왔
      들어 대로 만에 동안 까지 부터 정도 이상 이하 이들 그동 여러 어떤 우리 서울 한국 국내 지역 전국 사실 입장 상황 관한 관해 사이 처음
      마지 하루 일주 매일 어제 오늘 내일 새벽 아침 저녁 밤에 주말 월요 화요 수요 목요 금요 토요 일요`,
    ],
    [
      0.1,
      `회의 기자 기관 기업 회사 단체 사업 대책 안전 지원 제공 운영 관리 필요 가능 중요 높은 높아 낮은 크게 많은 많이 적은 작은 새로 새로운
      경찰 검찰 법원 소방 병원 학교 학생 교수 전문 사고 사건 피해 혐의 재판 선고 수사 체포 사망 숨진 숨졌 다친 다쳤 부상 화재 구조 대피
      파업 노조 노동 협상 합의 반대 찬성 선거 투표 후보 의원 국회 의회 대통 총리 외교 국방 경제 금융 시장 가격 물가 은행 투자 수출 수입
      생산 판매 소비 제품 기술 개발 연구 과학 우주 발사 위성 환경 기후 날씨 태풍 지진 홍수 에너 전기 교통 도로 버스 철도 공항 건설 공사
      축제 행사 문화 공연 영화 경기 선수 우승 대회 연기 취소 중단 재개 늘어 늘었 늘린 줄어 줄었 넘어 넘는 이상 약속 기대 우려 노력 준비
      마련 추진 검토 논의 참석 참여 방문 제안 요청 신청 접수 처리 발생 증가 감소 확대 강화 유지 변경 포함 제외 원인 이유 방법 방식 내용
      과정 기간 시간 시기 당시 날짜 장소 건물 주택 아파 마을 도시 농가 어민 가족 아이 어린 여성 남성 노인 청년`,
    ],
    [
      0.04,
      '명이 명을 명의 대를 대가 개를 개가 원을 억원 만명 천명 여명 차례 번째 건의 건을 곳의 곳을 곳에 퍼센 킬로 미터',
    ],
  ],
};
