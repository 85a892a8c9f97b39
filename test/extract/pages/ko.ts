import type { PageCase } from './page-case.ts';

export const ko: readonly PageCase[] = [
  {
    build: 'portal page: text parted by breaks, photo table, related links under it, ranking beside it',
    url: 'https://haedongilbo.example/news/articleView.html?idxno=48213',
    byline: ['한지수'],
    published: '2024-03-14T09:20:00+09:00',
    credit: 'Yonhap',
    page: `<!doctype html><html lang="ko"><head><title>항만청, 4월부터 야간 여객선 시범 운항 - 해동일보</title>
<meta property="og:site_name" content="해동일보"><meta property="article:published_time" content="2024-03-14T09:20:00+09:00"></head><body>
<div id="gnb"><ul><li><a href="/">홈</a></li><li><a href="/news/list?sc=politics">정치</a></li><li><a href="/news/list?sc=economy">경제</a></li><li><a href="/news/list?sc=society">사회</a></li></ul></div>
<div id="wrap"><div class="view-head"><h3 class="heading">⟨항만청, 4월부터 야간 여객선 시범 운항⟩</h3>
<ul class="infomation"><li>한지수 기자</li><li>입력 2024.03.14 09:20</li><li>수정 2024.03.14 10:02</li><li>댓글 0</li></ul>
<div class="sns"><a href="#">페이스북</a><a href="#">트위터</a><a href="#">카카오톡</a><a href="#">URL복사</a><button>글자크기 조절</button></div></div>
<div id="article-view-content-div"><table class="photo"><tr><td><img src="/p/1.jpg"></td></tr><tr><td>▲ 해동항에 정박한 야간 여객선 [사진=해동 항만청 제공]</td></tr></table>
⟦(해동=연합뉴스) 한지수 기자 = 해동 항만청은 다음 달 1일부터 두 개 노선에서 야간 여객선을 시범 운항한다고 14일 밝혔다.⟧<br><br>
⟦항구 다리가 지난가을 통제된 뒤 밤늦게 섬으로 돌아갈 방법이 없다는 민원이 이어진 데 따른 조치다. 요금은 낮 시간대와 같다.⟧<br><br>
⟦항만청 관계자는 "여름까지 이용객이 얼마나 되는지 확인한 뒤 정식 운항 여부를 정하겠다"고 말했다.⟧<br><br>
⟦노조는 승무원이 이미 부족하다고 지적했다. 항만청은 첫 운항 전까지 40명을 더 뽑을 계획이다.⟧<br><br>
jisoo@haedongilbo.example<br><br>&lt;저작권자 ⓒ 해동일보, 무단 전재 및 재배포 금지&gt;</div>
<div class="relation"><h4>관련기사</h4><ul><li><a href="/news/articleView.html?idxno=48190">⟪다리 통제 여섯 달, 섬마을 주민들 "밤이 가장 길다"⟫</a></li>
<li><a href="/news/articleView.html?idxno=48177">⟪여객선 승무원 채용에 사흘간 2백 명 몰려⟫</a></li></ul></div>
<div class="reply"><h4>댓글</h4><p>로그인한 뒤 댓글을 쓸 수 있습니다. 타인에게 불쾌감을 주는 욕설은 사전 통보 없이 삭제될 수 있습니다.</p></div></div>
<div id="side"><h4>많이 본 뉴스</h4><ol><li><a href="/news/articleView.html?idxno=48101">⟪시청 앞 광장 겨울 정원 개장, 첫날 방문객 2만 명⟫</a></li>
<li><a href="/news/articleView.html?idxno=48099">⟪산불 복구에 주민 손길, 묘목 3천 그루 심어⟫</a></li></ol></div>
<div id="footer"><p>등록번호: 해동 아00000 | 발행·편집인: 문가람 | 청소년보호책임자: 도하린</p><p>Copyright ⓒ 해동일보. All rights reserved.</p></div></body></html>`,
  },
  {
    build:
      'article element with summary bullets, a list of related stories set into the text, reporter card and subscription box',
    url: 'https://www.namhaetimes.example/society/2024/03/15/lighthouse-keeper',
    byline: ['윤보라'],
    published: '2024-03-15T18:30:00+09:00',
    credit: null,
    page: `<!doctype html><html lang="ko"><head><title>마지막 등대지기, 마흔 해 만에 섬을 떠나다 | 남해타임스</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"마지막 등대지기, 마흔 해 만에 섬을 떠나다","datePublished":"2024-03-15T18:30:00+09:00","author":{"@type":"Person","name":"윤보라"},"publisher":{"@type":"Organization","name":"남해타임스"}}</script></head><body>
<header><nav><a href="/politics">정치</a><a href="/society">사회</a><a href="/culture">문화</a><a href="/login">로그인</a><a href="/subscribe">구독</a></nav></header>
<main><article class="story"><h1>⟨마지막 등대지기, 마흔 해 만에 섬을 떠나다⟩</h1>
<div class="byline"><a href="/reporter/yoon">윤보라 기자</a></div><div class="dates"><span>입력 2024-03-15 18:30</span> <span>업데이트 2024-03-15 19:11</span></div>
<div class="tools"><button>기사 듣기</button><button>스크랩</button><button>공유</button><button>가가</button></div>
<div class="story-body"><figure><img src="/i/2.jpg"><figcaption>12일 소흑도 등대 앞에 선 문상호 씨. 도하린 기자</figcaption></figure>
<p>⟦소흑도 등대를 지켜 온 문상호(62) 씨가 이달 말 섬을 떠난다. 등대가 무인으로 바뀌면서 그의 자리도 없어졌다.⟧</p>
<p>⟦문 씨는 “불을 켜고 끄는 일은 기계가 해도 되지만, 배가 안 보일 때 걱정하는 일은 사람이 한다”고 했다.⟧</p>
<div class="inner-related"><strong>함께 보면 좋은 기사</strong><ul><li><a href="/society/2024/03/02/island-school">⟪학생 세 명뿐인 섬 학교에 낡은 지도가 돌아왔다⟫</a></li></ul></div>
<h2>⟦섬에 남은 것⟧</h2>
<p>⟦섬에는 여덟 가구가 산다. 문 씨가 떠나면 겨울을 나는 사람은 열한 명으로 줄어든다.⟧</p>
<p>⟦해양청은 등대 관사를 기록관으로 바꿀지 여름까지 정할 예정이라고 밝혔다.⟧</p></div>
<div class="newsletter-box"><p>매일 아침 남해타임스가 고른 소식을 메일로 받아 보세요. 구독은 언제든 취소할 수 있습니다.</p><form><input type="email" placeholder="이메일 주소"><button>뉴스레터 구독하기</button></form></div>
<div class="journalist"><p>윤보라 기자</p><p>섬과 바다의 이야기를 씁니다. 제보는 언제나 환영합니다.</p><a href="/reporter/yoon">기자 페이지</a></div>
<p class="copyright">ⓒ 남해타임스 무단전재 및 재배포 금지, AI 학습 및 활용 금지</p></article>
<section class="popular"><h3>이 시각 주요뉴스</h3><ul><li><a href="/economy/2024/03/15/herring-price">⟪청어값 사흘째 올라… 조업 나간 배 절반뿐⟫</a></li>
<li><a href="/society/2024/03/15/bridge-repair">⟪항구 다리 보수 3주 더, 한 차로만 통행⟫</a></li></ul></section></main></body></html>`,
  },
  {
    build: 'bare text',
    url: 'https://dump.example/ko/3',
    byline: [],
    published: '2024-03-18',
    credit: 'Newsis',
    page: `해동저널
정치
경제
사회
최신기사
- ⟪섬마을 우체국, 드론으로 편지 나른다⟫
- ⟪“밤배 뜬다” 소식에 시장 상인들 반색⟫

⟨시의회, 등대 보존 조례 만장일치 통과⟩
등록 2024.03.18 16:40
글자 크기
공유하기

⟦해동시의회는 18일 본회의를 열고 낡은 등대 세 곳을 보존하는 조례안을 만장일치로 통과시켰다.⟧

⟦조례안에 따르면 시는 2년마다 등대의 상태를 조사하고, 보수에 드는 비용의 절반을 부담해야 한다.⟧

⟦조례를 발의한 민도현 의원은 "등대는 바다의 기억"이라며 "허물고 나면 되돌릴 수 없다"고 말했다.⟧ (뉴시스)

ⓒ 해동저널. 무단 전재 및 재배포 금지

인기기사
- ⟪겨울 정원 첫날 방문객 2만 명 넘겨⟫
- ⟪묘목 3천 그루, 주민들이 직접 심었다⟫
- ⟪빵집 골목의 호밀빵 전쟁, 값은 누가 정하나⟫
더보기`,
  },
];
