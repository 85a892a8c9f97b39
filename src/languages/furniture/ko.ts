import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** Korean: the words around a text. */
export const furniture: FurnitureWords = {
  months: monthNames('1월, 2월, 3월, 4월, 5월, 6월, 7월, 8월, 9월, 10월, 11월, 12월'),
  by: phrases('글, 글쓴이, 작성자, 취재, 기사작성, 입력'),
  role: phrases(
    `기자, 특파원, 논설위원, 선임기자, 전문기자, 인턴기자, 인턴 기자, 수습기자, 앵커, 칼럼니스트, 편집위원, 객원기자, 통신원, 대기자, 리포터, pd, 에디터`,
  ),
  nobody: phrases(
    `편집부, 디지털뉴스부, 온라인뉴스팀, 디지털뉴스팀, 뉴스팀, 편집국, 취재팀, 온라인이슈팀, 디지털팀, 관리자, 뉴스룸, 인터넷뉴스팀, 온라인 뉴스부, 특별취재팀`,
  ),
  source: phrases('출처, 자료, 자료제공, 제공, 기사제공'),
  editor: phrases('편집, 편집자, 책임편집, 에디터'),
  more: phrases('더보기, 더 보기, 자세히, 자세히 보기, 전체보기, 기사보기, 이어보기, 펼치기, 원문보기'),
  also: phrases('관련기사, 관련 기사, 함께 보기, 이 기사도, 추천기사, 더 읽기, 이어보기, 주요기사, 인기기사'),
  lists:
    phrases(`관련기사, 관련 기사, 관련뉴스, 많이 본 뉴스, 많이 본 기사, 많이본 뉴스, 많이 본, 인기기사, 인기 기사, 추천기사, 추천 기사, 추천뉴스, 최신기사, 최신 기사, 최신뉴스,
    주요뉴스, 주요 뉴스, 주요기사, 헤드라인, 실시간 뉴스, 오늘의 뉴스, 이 시각 주요뉴스, 핫이슈, 랭킹뉴스, 다른 기사, 이 기사를 본 독자가 많이 본 기사, 당신이 좋아할 만한,
    에디터 추천, 속보, 화제의 뉴스`),
  published: phrases('입력, 등록, 게재, 발행, 작성, 승인, 기사입력, 최초입력, 게시'),
  updated: phrases('수정, 최종수정, 업데이트, 최종 수정, 기사수정, 갱신'),
  photo: phrases('사진, 사진제공, 사진 제공, 사진출처, 사진 출처, 이미지, 영상, 그래픽, 자료사진'),
  agencies: phrases('통신사, 외신, 외신종합'),
  contributed: phrases('종합, 공동취재'),
  republished: phrases('에서 전재, 제휴기사, 본 기사는'),
};
