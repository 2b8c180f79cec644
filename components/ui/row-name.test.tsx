import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RowName } from "@/components/ui/row-name";

const shown = (detail: string) => renderToStaticMarkup(<RowName name="Ada" detail={detail} />);

test("an address that does not fit breaks before its sign, and nothing else has such a place", () => {
  expect(shown("ada.lovelace@client.example")).toContain("ada.lovelace<wbr/>@client.example");
  expect(shown("Teams")).not.toContain("<wbr/>");
});
