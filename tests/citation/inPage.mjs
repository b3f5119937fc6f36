// Runs in the page that a deep link has opened; see browser.ts.
/* global document, scrollY, Image, OffscreenCanvas */
/* exported layout, countRed */

/** Where the expected words are. */
function layout(expected) {
  const rectangles = [];
  for (const block of document.querySelectorAll('p')) {
    const node = block.firstChild;
    const first = Number(block.dataset.start);
    const length = node?.textContent?.length ?? 0;
    for (const { start, end } of expected) {
      const from = Math.max(start - first, 0);
      const to = Math.min(end - first, length);
      if (node === null || from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      for (const { x, y, width, height } of range.getClientRects()) {
        rectangles.push({ x, y: y + scrollY, width, height });
      }
    }
  }
  return { rectangles, scrolled: scrollY };
}

/** How red the rectangles are, and what is red besides them. */
async function countRed(seen) {
  const picture = new Image();
  picture.src = `data:image/png;base64,${seen.picture}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const drawing = canvas.getContext('2d');
  if (drawing === null) throw new Error('nothing to draw on');
  drawing.drawImage(picture, 0, 0);
  const { data } = drawing.getImageData(0, 0, picture.width, picture.height);
  let area = 0;
  let inside = 0;
  let astray = 0;
  for (let y = 0; y < picture.height; y += 1) {
    // Lines are marked over their whole height, rectangles have that of the letters.
    const near = seen.rectangles.filter((r) => y >= r.y - 6 && y < r.y + r.height + 6);
    for (let x = 0; x < picture.width; x += 1) {
      const at = (y * picture.width + x) * 4;
      const red = data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 0;
      const within = near.some(
        (r) => x > r.x && x < r.x + r.width - 1 && y > r.y && y < r.y + r.height - 1,
      );
      if (within) area += 1;
      if (within && red) inside += 1;
      if (red && !near.some((r) => x >= r.x - 2 && x <= r.x + r.width + 2)) astray += 1;
    }
  }
  return { covered: area === 0 ? 0 : inside / area, astray };
}
