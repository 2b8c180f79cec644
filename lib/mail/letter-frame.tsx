import {
  Body,
  Button,
  Container,
  Head,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { CSSProperties } from "react";
import type { Words } from "@/lib/mail/words";

const ink = "#1c1b19";
const muted = "#6b655a";
const line = "#e6e1d6";
const family = "Geist, ui-sans-serif, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const style = {
  body: { backgroundColor: "#fbfaf7", margin: 0, padding: "24px 12px", fontFamily: family },
  mark: { color: "#22314f", fontSize: "15px", fontWeight: 600, margin: "0 4px 12px" },
  brass: { color: "#b98a3a" },
  card: {
    backgroundColor: "#ffffff",
    border: `1px solid ${line}`,
    borderRadius: "12px",
    padding: "24px 28px",
  },
  container: { maxWidth: "560px" },
  title: { color: ink, fontSize: "20px", lineHeight: "26px", fontWeight: 600, margin: "0 0 12px" },
  text: { color: ink, fontSize: "15px", lineHeight: "23px", margin: "0 0 12px" },
  button: {
    backgroundColor: "#22314f",
    borderRadius: "8px",
    color: "#ffffff",
    fontSize: "15px",
    fontWeight: 600,
    margin: "8px 0 16px",
    padding: "11px 18px",
  },
  small: { color: muted, fontSize: "13px", lineHeight: "19px", margin: "0 0 10px" },
  link: { color: "#2a4a86", wordBreak: "break-all" },
  rule: { borderColor: line, margin: "24px 0" },
} satisfies Record<string, CSSProperties>;

/** The one form of all mails: a card, with the languages one below the other. */
export function LetterFrame({ parts }: { parts: [Words, ...Words[]] }) {
  const [first] = parts;
  return (
    <Html lang={first.locale}>
      <Head />
      <Body style={style.body}>
        <Preview>{first.paragraphs[0] ?? first.title}</Preview>
        <Container style={style.container}>
          <Text style={style.mark}>
            <span style={style.brass}>◆</span> Trousseau
          </Text>
          <Section style={style.card}>
            {parts.map((words, index) => (
              <Part key={words.locale} words={words} isFirst={index === 0} />
            ))}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

function Part({ words, isFirst }: { words: Words; isFirst: boolean }) {
  return (
    <div lang={words.locale}>
      {isFirst ? null : <Hr style={style.rule} />}
      <h1 style={style.title}>{words.title}</h1>
      {words.paragraphs.map((paragraph) => (
        <Text key={paragraph} style={style.text}>
          {paragraph}
        </Text>
      ))}
      {words.button ? <LinkOut {...words.button} /> : null}
      <Text style={style.small}>{words.note}</Text>
      <Text style={{ ...style.small, margin: 0 }}>{words.sender}</Text>
    </div>
  );
}

/** The button, and the address in full for those whose mail program shows no buttons. */
function LinkOut({ label, hint, link }: { label: string; hint: string; link: string }) {
  return (
    <>
      <Button href={link} style={style.button}>
        {label}
      </Button>
      <Text style={style.small}>
        {hint}
        <br />
        <Link href={link} style={style.link}>
          {link}
        </Link>
      </Text>
    </>
  );
}
