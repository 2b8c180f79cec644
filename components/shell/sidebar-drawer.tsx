"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuIcon, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useGoingBack } from "@/components/ui/going-back";
import { IconButton } from "@/components/ui/icon-button";

/** The side bar on a phone. A button opens it over the page, and it closes when a link is followed. */
export function SidebarDrawer({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const pathname = usePathname();
  const [openAt, setOpenAt] = useState<string | null>(null);
  useGoingBack(openAt === pathname, () => setOpenAt(null));

  return (
    <Dialog.Root open={openAt === pathname} onOpenChange={(open) => setOpenAt(open ? pathname : null)}>
      <Dialog.Trigger
        render={
          <IconButton tone="side" label={t("openNavigation")} icon={<MenuIcon className="size-5!" />} />
        }
      />
      <Dialog.Portal>
        <Dialog.Backdrop className="fades fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          data-drawer=""
          className="dark-side fixed inset-y-0 start-0 z-50 w-69 max-w-[calc(100vw-3.5rem)] overflow-y-auto bg-side outline-none transition-[translate] duration-160 ease-out data-ending-style:-translate-x-full data-starting-style:-translate-x-full rtl:data-ending-style:translate-x-full rtl:data-starting-style:translate-x-full"
        >
          <Dialog.Title className="sr-only">{t("navigation")}</Dialog.Title>
          {children}
          <Dialog.Close
            aria-label={t("close")}
            className="absolute end-2 top-4.5 grid size-8 place-items-center rounded-control text-side-ink hover:bg-side-active hover:text-white"
          >
            <X aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
