import type { Placement, Story } from '../records.ts';
import type { Act, Store, StoredStory } from '../store/store.ts';
import type { SourceCounts } from '../stories/independent.ts';
import { type Member, recount } from '../stories/recount.ts';
import { recordId } from '../text/hash.ts';
import { OWNERS_SETTING, ownerOfIn } from '../worker/owners.ts';
import { recorded } from './acts.ts';
import { badRequest, checkedId, type DeskRequest, notHere, type Redirect } from './route.ts';

/** POST `/articles/:id/own`: says that an article is an account of its own, not a copy. */
export async function notACopy(request: DeskRequest): Promise<Redirect> {
  const { story, placement } = await placed(request);
  if (placement.copyOf === null) throw badRequest('This article is no copy already', 'Nothing was changed.');
  const after: Placement = {
    ...placement,
    copyOf: null,
    originId: placement.articleId,
    share: null,
    reason: 'not a copy: decided by hand',
    byHand: true,
  };
  const { words } = await request.desk();
  return decided(request, 'not-a-copy', words.story.ownAct, story, [after], `/stories/${story.story.id}`);
}

/** POST `/articles/:id/split`: gives an article, with the copies made of it, a story of its own. */
export async function splitStory(request: DeskRequest): Promise<Redirect> {
  const { story, placement } = await placed(request);
  const moved = story.articles.filter(
    ({ placement: other }) => other.articleId === placement.articleId || other.originId === placement.articleId,
  );
  if (moved.length === story.articles.length) {
    throw badRequest('This article is the whole story already', 'Nothing was changed.');
  }
  const storyId = recordId('story', placement.articleId);
  if (storyId === story.story.id) throw badRequest('This article opened the story', 'Split off the others instead.');
  const placements = moved.map(
    ({ placement: other }): Placement => ({
      ...other,
      storyId,
      ...(other.articleId === placement.articleId ? { copyOf: null, originId: other.articleId, share: null } : {}),
      reason: 'split off by hand',
      byHand: true,
    }),
  );
  const { words } = await request.desk();
  return decided(request, 'story-split', words.story.splitAct, story, placements, `/stories/${storyId}`);
}

/** POST `/stories/:id/merge`: brings all articles of another story, given by its address or id, into this one. */
export async function mergeStory(request: DeskRequest): Promise<Redirect> {
  const { store } = request.tools;
  const target = await store.getStory(checkedId(request.param('id')));
  if (target === null) throw notHere('There is no story with this id');
  const other = (await request.form())
    .text('story')
    .replace(/^.*\/stories\//, '')
    .replace(/[?#].*$/, '');
  const from = other === target.story.id ? null : await store.getStory(checkedId(other));
  if (from === null) throw badRequest('This is no other story', 'Paste the address of the story that belongs here.');
  const placements = from.articles.map(
    ({ placement }): Placement => ({
      ...placement,
      storyId: target.story.id,
      reason: 'merged by hand',
      byHand: true,
    }),
  );
  const { words } = await request.desk();
  const summary = words.story.mergeAct(from.story.title);
  return decided(request, 'story-merged', summary, from, placements, `/stories/${target.story.id}`, target);
}

async function placed(request: DeskRequest): Promise<{ story: StoredStory; placement: Placement }> {
  const article = await request.tools.store.getArticle(checkedId(request.param('id')));
  const placement = article?.placement ?? null;
  const story = placement === null ? null : await request.tools.store.getStory(placement.storyId);
  if (placement === null || story === null) throw notHere('This article is in no story');
  return { story, placement };
}

/** Saves placements with the stories they change, each counted anew, and writes down what undo puts back. */
async function decided(
  request: DeskRequest,
  what: Act['what'],
  summary: string,
  from: StoredStory,
  placements: readonly Placement[],
  to: string,
  into: StoredStory | null = null,
): Promise<Redirect> {
  const changed = new Map(placements.map((placement) => [placement.articleId, placement]));
  const articles = [...from.articles, ...(into?.articles ?? [])].map((one) => ({
    ...one,
    placement: changed.get(one.brief.id) ?? one.placement,
  }));
  const known = new Map([from, ...(into === null ? [] : [into])].map((one) => [one.story.id, one.story]));
  const stories: Story[] = [];
  for (const storyId of new Set(articles.map((one) => one.placement.storyId))) {
    const members = articles.filter((one) => one.placement.storyId === storyId);
    const [first] = members;
    const received = members.map((one) => one.brief.received).sort();
    const base = known.get(storyId) ?? { id: storyId, title: first.brief.title ?? '', language: first.brief.language };
    const counts = await countsOf(members, request.tools.store);
    stories.push({
      ...base,
      opened: received[0],
      latest: received[received.length - 1],
      pageCount: members.length,
      outletCount: counts.outlets,
      independentCount: counts.independent,
    });
  }
  await request.tools.store.savePlacements(placements, stories);
  const before = {
    placements: [...from.articles, ...(into?.articles ?? [])]
      .filter((one) => changed.has(one.brief.id))
      .map((one) => one.placement),
    stories: [...known.values()],
  };
  const act = await recorded(request, what, summary, before, { placements, stories });
  return { to, act };
}

/** Outlets and independent accounts, counted from what was read as the index counts them; of a huge story from its first texts. */
async function countsOf(articles: StoredStory['articles'], store: Store): Promise<SourceCounts> {
  const members: Member[] = [];
  for (const { brief, placement } of articles.slice(0, countedMax)) {
    const stored = await store.getArticle(brief.id);
    if (stored === null) continue;
    const { reading, page, source } = stored;
    members.push({ reading, url: page.url, source, originId: placement.originId });
  }
  return recount(members, ownerOfIn(await store.getSetting(OWNERS_SETTING)));
}

const countedMax = 1_000;
