import { textIn } from './text-in';

const TEXT = '{"sub":"repo:acme/orders-sdk:ref:refs/tags/v1.2.3","actor":"ÿ本"}';
const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, as PowerShell writes it', utf16],
  ['UTF-16 of the other order', Buffer.from(utf16).swap16()],
])('%s', (_name, bytes) => {
  expect(textIn(bytes).replace('\ufeff', '')).toBe(TEXT);
});

test.each([
  [[0xff, 0xfe]],
  [[0xfe, 0xff]],
  [[0xfe, 0xff, 0x41]],
  [[0xff, 0xfe, 0x41]],
])('what is cut off is read: %j', (bytes) => {
  expect(textIn(Buffer.from(bytes))).toBe('\ufeff');
});
