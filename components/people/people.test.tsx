// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import type { ComponentProps } from "react";
import { expect, test } from "vitest";
import { People } from "@/components/people/people";
import { show } from "@/test/components";

const rows = async () => ({ ok: true as const, result: { rows: [] } });
const sort = { state: "none", href: "" } as const;

/** A list in which nobody was found. */
const nobody = (
  revoked: { count: number; href: string } | null,
  list: Partial<ComponentProps<typeof People>> = {},
) =>
  show(
    <People
      of="organization"
      people={[]}
      sorts={{ name: sort, role: sort }}
      waiting={{ count: 0, href: "" }}
      revoked={revoked}
      roles={[]}
      actions={{
        resend: rows,
        remove: rows,
        changeRole: async () => ({ ok: true, result: { changed: true } }),
      }}
      confirm={() => null}
      {...list}
    />,
  );

test("a search that finds nobody leads to the revoked, where these were left out", () => {
  nobody({ count: 2, href: "?status=revoked" });
  expect(screen.getByRole("link", { name: "Show the revoked" }).getAttribute("href")).toBe("?status=revoked");
});

test("a search among everybody says that nobody fits", () => {
  nobody(null);
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByText("No member has this name, address or status.")).not.toBeNull();
});

test("while nobody can be confirmed, the button that does it is off and says why", () => {
  nobody(null, {
    waiting: { count: 2, href: "" },
    confirmsAll: true,
    confirmOff: "The provider is suspended.",
  });
  const button = screen.getByRole("button", { name: "Confirm 2" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  const described = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  expect(described?.textContent).toBe("The provider is suspended.");
});
