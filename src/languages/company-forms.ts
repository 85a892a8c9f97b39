import { words } from './language.ts';

/** Legal forms behind a company's name, the same whatever language the text is in. */
export const companyForms: ReadonlySet<string> = new Set(
  words(
    'co bros corp corporation company inc incorporated ltd limited llc plc s.a. sa s.p.a. spa n.v. nv b.v. ag gmbh se ab as oy group holdings',
  ),
);
