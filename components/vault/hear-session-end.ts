/** A refusal in the text of a server action's answer. In what people wrote, quotation marks are escaped. */
const notSignedIn = /"code":"not_signed_in"/;

const isAction = (init: RequestInit | undefined) => new Headers(init?.headers).has("next-action");

/**
 * Calls back when the server answers to any action that nobody is signed in here any more. Every action of
 * every page goes through `fetch`, so none can forget to say it. Answers how to stop.
 */
export function hearSessionEnd(onEnd: () => void): () => void {
  const plain = window.fetch;

  window.fetch = async (input, init) => {
    const answer = await plain(input, init);
    if (isAction(init)) void readEnd(answer.clone());
    return answer;
  };

  async function readEnd(answer: Response) {
    // An answer that broke off says nothing of the session; whoever asked is told of it.
    const text = await answer.text().catch(() => "");
    if (notSignedIn.test(text)) onEnd();
  }

  return () => {
    window.fetch = plain;
  };
}
