/** Why a text cannot be read, and where: an offset. */
export class YamlFault extends Error {
  constructor(message: string, readonly offset: number) {
    super(message);
  }
}

export const TAB = 0x09;
export const LINE_END = 0x0a;
export const SPACE = 0x20;
export const HASH = 0x23;
export const COLON = 0x3a;

/** No API server takes an object that is larger than 3 MB. */
const LONGEST_TEXT_MEGABYTES = 4;

/** A place in a text, and how to go on from it. Lines end with a line feed only. */
export class YamlCursor {
  pos = 0;
  /** Where the current line begins. */
  lineStart = 0;

  /** `isJson`: the text is known to be JSON, which may do a few things that YAML may not. */
  constructor(readonly text: string, readonly isJson: boolean) {}

  get column(): number {
    return this.pos - this.lineStart;
  }

  get code(): number {
    return this.text.charCodeAt(this.pos);
  }

  /** Whether a space, a tab, a line end or the end of the text stands there. */
  isBlank(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === SPACE || code === LINE_END || code === TAB || Number.isNaN(code);
  }

  /** Whether the text, or the document, ends here. */
  get isAtEnd(): boolean {
    return this.pos >= this.text.length || this.isEndMark(this.pos);
  }

  /** `...` at the beginning of a line ends a document; `---` has been taken out before. */
  isEndMark(at: number): boolean {
    return at === this.lineStart && this.text.charCodeAt(at) === 0x2e && this.text.startsWith('...', at) && this.isBlank(at + 3);
  }

  /** Whether nothing but spaces stands before this place in its line. */
  get isFirstOfLine(): boolean {
    for (let at = this.pos - 1; at >= this.lineStart; at--) {
      if (this.text.charCodeAt(at) !== SPACE) {
        return false;
      }
    }
    return true;
  }

  /** Goes to where the next thing is written, and tells whether that is on a later line. Tabs may stand on the first line only. */
  skip(tabs: boolean): boolean {
    const { text } = this;
    let crossed = false;
    let { pos } = this;
    for (;;) {
      const code = text.charCodeAt(pos);
      if (code === SPACE || (code === TAB && tabs && !crossed)) {
        pos++;
      } else if (code === LINE_END) {
        this.lineStart = ++pos;
        crossed = true;
      } else if (code === HASH) {
        pos = this.lineEnd(pos);
      } else {
        break;
      }
    }
    this.pos = pos;
    return crossed;
  }

  /** The same between brackets, where tabs may stand anywhere. */
  skipInFlow(): boolean {
    let crossed = this.skip(true);
    while (this.code === TAB) {
      crossed = this.skip(true) || crossed;
    }
    return crossed;
  }

  lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }

  /** Goes to the beginning of the next line; false at the end of the text. */
  nextLine(from: number): boolean {
    const end = this.lineEnd(from);
    if (end >= this.text.length) {
      this.pos = end;
      return false;
    }
    this.pos = this.lineStart = end + 1;
    return true;
  }

  /** Stops the reading of a text that has become too long to be in any object. */
  limit(start: number): void {
    if (this.pos - start > LONGEST_TEXT_MEGABYTES * 1024 * 1024) {
      this.fail(`holds a text of more than ${LONGEST_TEXT_MEGABYTES} MB, which no API server takes`, start);
    }
  }

  fail(message: string, offset = this.pos): never {
    throw new YamlFault(message, offset);
  }
}
