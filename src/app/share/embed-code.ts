interface Embedded {
  title: string;
  address: string;
  script: string;
}

/** Returns the HTML that embeds a view: a frame, and a script that adjusts the height of the frame to the view. */
export function embedCode({ title, address, script }: Embedded): string {
  const attribute = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    `<iframe data-chronofacet src="${attribute(address)}" title="${attribute(title)}"`,
    '  width="100%" height="520" loading="lazy" style="border: 0"></iframe>',
    `<script src="${attribute(script)}" async></script>`,
  ].join('\n');
}
