import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinyinSoundOf, soundOf } from '../../src/stories/sounds.ts';
import { createStories } from '../../src/stories/stories.ts';
import { arrivalOf, type Told } from './telling.ts';

const english: Told = {
  title: 'Calderwood institute sets launch of Petrel for June 18 to 24',
  body: 'The Calderwood institute will launch its satellite Petrel between June 18 and June 24, it said. "We have waited two winters for this window," said Lu Wentao, who leads the Calderwood works.',
  language: 'en',
  published: '2031-06-02',
  said: [{ words: 'We have waited two winters for this window', by: 'Lu Wentao' }],
  dated: [
    { words: 'between June 18 and June 24', from: '2031-06-18', to: '2031-06-24', what: 'launch', kind: 'window' },
  ],
};
const korean: Told = {
  title: '콜더우드 연구소, 위성 페트렐 18일부터 24일 사이 발사',
  body: '콜더우드 연구소가 위성 페트렐을 6월 18일부터 24일 사이에 발사한다고 밝혔다. 발사장 앞바다에는 배가 들어가지 못한다.',
  language: 'ko',
  published: '2031-06-02',
  dated: [{ words: '6월 18일부터 24일', from: '2031-06-18', to: '2031-06-24', what: '발사', kind: 'window' }],
};
const russian: Told = {
  title: 'Колдервуд назвал дни запуска спутника «Петрел»',
  body: 'Институт Колдервуд запустит спутник «Петрел» с 18 по 24 июня. Об этом он сообщил в понедельник.',
  language: 'ru',
  published: '2031-06-02',
  dated: [{ words: 'с 18 по 24 июня', from: '2031-06-18', to: '2031-06-24', what: 'запустит', kind: 'window' }],
};
const chinese: Told = {
  title: '研究所：卫星将于6月18日至24日发射',
  body: '研究所所长陆闻涛表示：“这个窗口我们等了两个冬天。”卫星将于6月18日至6月24日之间发射，届时附近海域禁航。',
  language: 'zh',
  published: '2031-06-02',
  said: [{ words: '这个窗口我们等了两个冬天。', by: '陆闻涛' }],
  dated: [{ words: '6月18日至6月24日', from: '2031-06-18', to: '2031-06-24', what: '发射', kind: 'window' }],
};

function storiesOf(told: readonly Told[]): string[] {
  const stories = createStories();
  return told.map((one, turn) => stories.place(arrivalOf(one, turn)).value.story.id);
}

test('one launch window told in English, Korean, Russian and Chinese is one story, whichever comes first', () => {
  const all = [english, korean, russian, chinese];
  for (const first of all) {
    for (const second of all) {
      if (first === second || (first !== english && second !== english)) continue;
      const [a, b] = storiesOf([first, second]);
      assert.equal(a, b, `${first.language} then ${second.language}`);
    }
  }
  assert.equal(new Set(storiesOf(all)).size, 1);
});

test('what was told in one language is not told again in another', () => {
  const stories = createStories();
  stories.place(arrivalOf(english, 0));
  assert.deepEqual(stories.place(arrivalOf(korean, 1)).value.developments, []);
});

test('another launch in the same days under other names is another story in every language', () => {
  const other: Told = {
    ...korean,
    title: '민간 로켓 미르가온, 18일 남해에서 첫 발사',
    body: '한빛추진이 로켓 미르가온을 6월 18일부터 24일 사이에 남해 앞바다에서 처음으로 발사한다고 밝혔다.',
  };
  for (const told of [english, russian, chinese]) {
    const [a, b] = storiesOf([told, other]);
    assert.notEqual(a, b, `${told.language}`);
  }
});

test('names sound alike across scripts', () => {
  const pairs: readonly [other: string, latin: string][] = [
    ['콜더우드', 'Calderwood'],
    ['Петрел', 'Petrel'],
    ['마경수', 'Ma Kyung-soo'],
  ];
  for (const [other, latin] of pairs) assert.equal(soundOf(other), soundOf(latin), latin);
  const byPinyin: readonly [chinese: string, latin: string][] = [
    ['陆闻涛', 'Lu Wentao'],
    ['张晓明', 'Zhang Xiaoming'],
    ['青塘', 'Qingtang'],
  ];
  for (const [chinese, latin] of byPinyin) assert.equal(pinyinSoundOf(chinese), soundOf(latin), latin);
  assert.equal(pinyinSoundOf('瞾'), '', 'a character without a known reading');
});
