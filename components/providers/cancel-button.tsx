import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Closes a form's dialog without doing anything. */
export function CancelButton({ onClose }: { onClose: () => void }) {
  const t = useTranslations("ui");
  return (
    <Button variant="quiet" onClick={onClose}>
      {t("cancel")}
    </Button>
  );
}
