const here = "http://here.invalid";

/**
 * The page to go on to after logging in, if it is a page of this program. An address of another site is not
 * taken, however it is written, so that no link to log-in leads to a copy of the log-in page.
 */
export function safeNext(next: string | string[] | undefined): string | null {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return null;
  if (!URL.canParse(next, here)) return null;
  const { origin, pathname, search, hash } = new URL(next, here);
  const isPage = origin === here && !pathname.startsWith("//") && !/^\/(log-in|api)(\/|$)/.test(pathname);
  return isPage ? `${pathname}${search}${hash}` : null;
}
