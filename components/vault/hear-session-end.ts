import { isActOrQuestion } from "@/components/vault/asking";

/** A refusal in the text of the answer to a server action or question. In what people wrote, quotation marks are escaped. */
const notSignedIn = /"code":"not_signed_in"/;

/**
 * Calls back when the server answers to any action or question that nobody is signed in here any more. Each of
 * every page goes through `fetch`, so none can forget to say it. Answers how to stop.
 */
export function hearSessionEnd(onEnd: () => void): () => void {
  const plain = window.fetch;

  window.fetch = async (input, init) => {
    const answer = await plain(input, init);
    if (isActOrQuestion(input, init)) void readEnd(answer.clone());
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
