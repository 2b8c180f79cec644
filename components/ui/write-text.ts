/**
 * Puts a text on the clipboard, and rejects where the browser does not let it. The clipboard is asked at once, within
 * the click: WebKit refuses whoever waits for the text first, and takes a promise of it instead.
 */
export async function writeText(text: string | (() => Promise<string>)): Promise<void> {
  const { clipboard } = navigator;
  if (typeof text === "string") return clipboard.writeText(text);
  if (typeof ClipboardItem === "undefined") return clipboard.writeText(await text());
  const later = text().then((found) => new Blob([found], { type: "text/plain" }));
  return clipboard.write([new ClipboardItem({ "text/plain": later })]);
}
