import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";

/**
 * No shop nests half as deep. At each word the parser looks at all that is open: 400 kB of brackets
 * held the engine for four minutes.
 */
const DEEPEST = 100;

/**
 * A streaming JSON parser that gives numbers as texts: an id of 19 digits and an amount keep every
 * digit that stands in the file. Emits the values at `path`, and forgets them.
 */
export const exactParser = (path: string, onValue: (value: unknown) => void) => {
  const tokenizer = new NumberTexts();
  const parser = new TokenParser({ paths: [path], keepStack: false });
  let isBroken = false;
  let depth = 0;
  const onError = () => {
    isBroken = true;
  };
  tokenizer.onToken = (token) => {
    if (isBroken) return;
    if (opening.has(token.token)) depth += 1;
    if (closing.has(token.token)) depth -= 1;
    if (depth > DEEPEST) onError();
    else if (token.token !== TokenType.NUMBER) parser.write(token);
    else parser.write({ ...token, token: TokenType.STRING, value: tokenizer.numberText });
  };
  tokenizer.onError = onError;
  parser.onError = onError;
  parser.onValue = ({ value }) => onValue(value);
  return {
    write: (text: string): void => {
      if (!isBroken && !parser.isEnded) tokenizer.write(text);
      else if (parser.isEnded && text.trim() !== "") isBroken = true;
    },
    isBroken: () => isBroken,
    isEnded: () => parser.isEnded,
  };
};

const opening: ReadonlySet<TokenType> = new Set([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET]);
const closing: ReadonlySet<TokenType> = new Set([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET]);

class NumberTexts extends Tokenizer {
  numberText = "";

  protected override parseNumber(text: string): number {
    this.numberText = plainNumber(text);
    return 0;
  }
}

/**
 * JSON may write 13200000.0 as 1.32E7, which is the same number. Above 2^53 the digits that it
 * leaves out are not known to be zeros, so it stays as it is and is refused as an id.
 */
const plainNumber = (text: string): string => {
  if (!/e/i.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : text;
};
