interface Embedded {
  title: string;
  address: string;
  script: string;
}

/** Returns the HTML that shows a view in another page: a frame, and the script that fits its height. */
export function embedCode({ title, address, script }: Embedded): string {
  const attribute = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    `<iframe data-chronofacet src="${attribute(address)}" title="${attribute(title)}"`,
    '  width="100%" height="520" loading="lazy" style="border: 0"></iframe>',
    `<script src="${attribute(script)}" async></script>`,
  ].join('\n');
}
