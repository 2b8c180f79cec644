// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { useCallback, useState } from "react";
import { expect, test } from "vitest";
import { useAsked } from "@/components/forms/use-asked";
import type { ActionResult } from "@/lib/http/result";
import { show } from "@/test/components";

/** Answers that are given when the test says so, by what was asked, in the order of asking. */
function answersToGive() {
  const asked: { what: string; give: (answer: ActionResult<string>) => void; fail: () => void }[] = [];
  const ask = (what: string) =>
    new Promise<ActionResult<string>>((resolve, reject) => {
      asked.push({ what, give: resolve, fail: () => reject(new TypeError("no network")) });
    });
  return { asked, ask };
}

type Props = { ask: (what: string) => Promise<ActionResult<string>> };

function Asks({ ask }: Props) {
  const [what, setWhat] = useState("one");
  const { answer, askAgain } = useAsked(useCallback(() => ask(what), [ask, what]));
  return (
    <>
      <p data-testid="answer">
        {answer === null ? "waiting" : answer.ok ? answer.result : answer.failure.code}
      </p>
      <button type="button" onClick={() => setWhat("two")}>
        other
      </button>
      <button type="button" onClick={askAgain}>
        again
      </button>
    </>
  );
}

const shown = () => screen.getByTestId("answer").textContent;

test("the answer to an earlier question that comes late is not taken", async () => {
  const { asked, ask } = answersToGive();
  show(<Asks ask={ask} />);
  fireEvent.click(screen.getByText("other"));
  await act(async () => asked[1]?.give({ ok: true, result: "the second" }));
  await act(async () => asked[0]?.give({ ok: true, result: "the first" }));
  expect(asked.map(({ what }) => what)).toEqual(["one", "two"]);
  expect(shown()).toBe("the second");
});

test("what never answers is said to be unreachable, and can be asked again", async () => {
  const { asked, ask } = answersToGive();
  show(<Asks ask={ask} />);
  await act(async () => asked[0]?.fail());
  expect(shown()).toBe("unreachable");
  fireEvent.click(screen.getByText("again"));
  expect(shown()).toBe("waiting");
  await act(async () => asked[1]?.give({ ok: true, result: "there" }));
  expect(shown()).toBe("there");
});
