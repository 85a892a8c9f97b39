import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, type HtmlTree, hasAttribute, htmlLimits, parseHtml, textOf } from '../../src/formats/html.ts';

/** The tree as nested brackets: `div(p("a") p("b"))`. */
function shape(html: string, limits = htmlLimits): string {
  const tree = parseHtml(html, limits);
  return childrenOf(tree, 0).join(' ');
}

function childrenOf(tree: HtmlTree, parent: number): string[] {
  const list: string[] = [];
  for (let at = parent + 1; at < tree.end[parent]; at = tree.end[at]) {
    const inner = childrenOf(tree, at);
    if (tree.tag[at] === '') list.push(JSON.stringify(tree.text[at]));
    else list.push(inner.length === 0 ? tree.tag[at] : `${tree.tag[at]}(${inner.join(' ')})`);
  }
  return list;
}

test('tags that end each other do so within their scope', () => {
  assert.equal(shape('<p>a<p>b<div>c</div>'), 'p("a") p("b") div("c")');
  assert.equal(shape('<p><span>a<p>b'), 'p(span("a")) p("b")');
  assert.equal(shape('<ul><li>a<ul><li>b</ul><li>c</ul>'), 'ul(li("a" ul(li("b"))) li("c"))');
  assert.equal(shape('<dl><dt>a<dd>b<dt>c</dl>'), 'dl(dt("a") dd("b") dt("c"))');
  assert.equal(shape('<table><tr><td>a<td>b<tr><td>c</table>d'), 'table(tr(td("a") td("b")) tr(td("c"))) "d"');
  assert.equal(shape('<a href=x>a<a href=y>b'), 'a("a") a("b")');
});

test('an end tag closes nothing outside of its cell and no block by an inline name', () => {
  assert.equal(shape('<div><table><tr><td>a</div>b</td></tr></table>c</div>d'), 'div(table(tr(td("ab"))) "c") "d"');
  assert.equal(shape('<b><div>a</b>b</div>c'), 'b(div("ab") "c")');
  assert.equal(shape('a</section></p>b'), '"ab"');
  assert.equal(shape('<body>a</body>b'), 'body("ab")');
});

test('text is decoded, scripts are left out but for JSON, drawings are empty', () => {
  assert.equal(shape('a&amp;b &eacute;&#x20AC;'), '"a&b é€"');
  assert.equal(shape('<script>a<b</script><style>p{}</style>c'), 'script style "c"');
  assert.equal(shape('<script type="application/ld+json">{"a":"<b>"}</script>'), 'script("{\\"a\\":\\"<b>\\"}")');
  assert.equal(shape('<svg><title>x</title><g><path d="m"/></g></svg>a'), 'svg "a"');
  assert.equal(shape('<svg><g><p>a'), 'svg p("a")');
});

test('attributes keep their first value, handlers are left out', () => {
  const tree = parseHtml('<p CLASS="a &amp; b" class=c onclick="x()" hidden>t');
  assert.equal(attribute(tree, 1, 'class'), 'a & b');
  assert.equal(hasAttribute(tree, 1, 'hidden'), true);
  assert.equal(hasAttribute(tree, 1, 'id'), false);
  assert.deepEqual(tree.attributeName, ['class', 'hidden']);
  assert.equal(textOf(tree, 1), 't');
});

test('limits on nodes and depth hold, and say so', () => {
  const small = parseHtml('<p>a'.repeat(100), { nodesMax: 50, depthMax: 256 });
  assert.equal(small.count, 50);
  assert.equal(small.truncated, true);
  const deep = parseHtml(`${'<div>'.repeat(1_000)}a${'</div>'.repeat(1_000)}b`, { nodesMax: 10_000, depthMax: 20 });
  assert.equal(deep.truncated, false);
  assert.ok(Math.max(...deep.depth) <= 20);
  assert.equal(textOf(deep, 0), 'ab');
});
