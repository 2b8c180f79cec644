import { AppWindow, Globe, Puzzle, Server, Smartphone, Terminal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DeviceType } from "@/lib/domain/device";

type Kind = "browser" | "extension" | "desktop" | "mobile" | "cli" | "server" | "unknown";

const icons = {
  browser: Globe,
  extension: Puzzle,
  desktop: AppWindow,
  mobile: Smartphone,
  cli: Terminal,
  server: Server,
  unknown: Globe,
} as const;

const browsers: Record<string, string> = {
  chrome: "Chrome",
  firefox: "Firefox",
  opera: "Opera",
  edge: "Edge",
  ie: "Internet Explorer",
  safari: "Safari",
  vivaldi: "Vivaldi",
  duckduckgo: "DuckDuckGo",
};

function kindOf(type: DeviceType | null): Kind {
  if (type === null || type === "unknown_browser") return "unknown";
  if (type.endsWith("_browser")) return "browser";
  if (type.endsWith("_extension")) return "extension";
  if (type.endsWith("_desktop")) return "desktop";
  if (type.endsWith("_cli")) return "cli";
  return type === "android" || type === "ios" ? "mobile" : "server";
}

/** From what kind of device, and from where. */
export function EventDevice({ type, ip }: { type: DeviceType | null; ip: string | null }) {
  const t = useTranslations("event.list");
  const kind = kindOf(type);
  const Icon = icons[kind];
  const browser = browsers[type?.split("_")[0] ?? ""] ?? "";
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <Icon aria-hidden="true" className="text-muted rows:hidden" />
      <span className="min-w-0">
        <span className="md:block md:whitespace-nowrap">{t(`devices.${kind}`, { browser })}</span>
        <span className="text-label text-muted rows:ms-1.5 cells:block cells:whitespace-nowrap">
          {ip ?? t("unknownAddress")}
        </span>
      </span>
    </span>
  );
}
