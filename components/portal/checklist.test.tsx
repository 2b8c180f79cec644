// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { Checklist } from "@/components/portal/checklist";
import { show } from "@/test/components";

beforeEach(() => window.localStorage.clear());

const providerId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const begun = { ownOrganization: false, secondAdmin: false, firstClient: true, staffInvited: true };

test("the first steps stay after the first client, and one line brings them back once they are put away", () => {
  const page = show(<Checklist providerId={providerId} steps={begun} />);
  expect(screen.getAllByRole("listitem")).toHaveLength(4);
  fireEvent.click(screen.getByRole("button", { name: "Hide" }));
  expect(screen.queryAllByRole("listitem")).toHaveLength(0);
  page.unmount();

  show(<Checklist providerId={providerId} steps={begun} />);
  expect(document.body.textContent).toContain("2 of 4 done");
  expect(screen.queryAllByRole("listitem")).toHaveLength(0);
  fireEvent.click(screen.getByRole("button", { name: "Show" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(4);
});

test("they go once all are done", () => {
  const done = { ownOrganization: true, secondAdmin: true, firstClient: true, staffInvited: true };
  show(<Checklist providerId={providerId} steps={done} />);
  expect(document.body.textContent).toBe("");
});

test("the step of an own organization leads to where one is made", () => {
  show(<Checklist providerId={providerId} steps={begun} />);
  const leads = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
  expect(leads).toContain("/account#organizations");
});
