import { tellerOf } from './digest.ts';
import { createSourceCounter, type SourceCounts } from './independent.ts';
import type { OwnerOf } from './owners.ts';
import type { Arrival } from './stories.ts';

/** An article of a story, with the first text of its group of copies. */
export interface Member extends Pick<Arrival, 'reading' | 'url' | 'source'> {
  readonly originId: string;
}

/** Pages, outlets and independent accounts of a story as the index counts them, of a story that a person put together. */
export function recount(members: readonly Member[], ownerOf: OwnerOf): SourceCounts {
  const groups = new Map<string, number>();
  const counter = createSourceCounter();
  for (const member of members) {
    const group = groups.get(member.originId) ?? groups.size;
    groups.set(member.originId, group);
    counter.add({ group, ...tellerOf(member, ownerOf) });
  }
  return counter.counts();
}
