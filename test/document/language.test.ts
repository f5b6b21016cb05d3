import { describe, expect, test } from "vitest";
import { detectLanguage, readDocument } from "../../src/document/index.js";
import { read } from "./read.js";

describe("the language of a text", () => {
  test.each([
    ["bg", "Ние обработваме вашите лични данни само за да изпратим поръчката и ги пазим десет години."],
    [
      "cs",
      "Vaše osobní údaje zpracováváme pouze pro vyřízení objednávky a uchováváme je po dobu deseti let.",
    ],
    [
      "da",
      "Vi behandler kun dine personoplysninger for at sende din ordre, og vi gemmer dem i ti år. Du kan altid bede os om at slette dem.",
    ],
    ["de", "Wir verarbeiten Ihre Daten nur, um die Bestellung zu senden, und speichern sie für zehn Jahre."],
    ["el", "Επεξεργαζόμαστε τα προσωπικά σας δεδομένα μόνο για την αποστολή της παραγγελίας."],
    ["en", "We process your data only to send the order, and we keep it for ten years."],
    ["es", "Tratamos sus datos solo para enviar el pedido y los conservamos durante diez años."],
    ["et", "Me töötleme teie isikuandmeid ainult tellimuse saatmiseks ja säilitame neid kümme aastat."],
    ["fi", "Käsittelemme tietojasi vain tilauksen lähettämistä varten, ja säilytämme niitä kymmenen vuotta."],
    [
      "fr",
      "Nous traitons vos données uniquement pour envoyer la commande et les conservons pendant dix ans.",
    ],
    [
      "hr",
      "Vaše osobne podatke obrađujemo samo za slanje narudžbe i čuvamo ih deset godina, što možete provjeriti.",
    ],
    ["hu", "Az Ön személyes adatait csak a rendelés elküldéséhez kezeljük, és azokat tíz évig őrizzük meg."],
    ["it", "Trattiamo i tuoi dati solo per inviare l'ordine e li conserviamo per dieci anni."],
    ["lt", "Jūsų asmens duomenis tvarkome tik užsakymui išsiųsti ir saugome juos dešimt metų."],
    ["lv", "Mēs apstrādājam jūsu personas datus tikai pasūtījuma nosūtīšanai un glabājam tos desmit gadus."],
    ["nl", "Wij verwerken uw gegevens alleen om de bestelling te sturen en bewaren ze tien jaar."],
    [
      "no",
      "Vi behandler bare personopplysningene dine for å sende bestillingen, og vi lagrer dem i ti år. Noe av det er også hos banken.",
    ],
    [
      "pl",
      "Przetwarzamy dane osobowe tylko w celu wysłania zamówienia i przechowujemy je przez dziesięć lat.",
    ],
    [
      "pt",
      "Tratamos os seus dados pessoais apenas para enviar a encomenda e não os guardamos por mais de dez anos.",
    ],
    ["ro", "Prelucrăm datele dumneavoastră doar pentru a trimite comanda și le păstrăm timp de zece ani."],
    [
      "sk",
      "Vaše osobné údaje spracúvame iba na odoslanie objednávky a uchovávame ich po dobu desiatich rokov.",
    ],
    ["sl", "Vaše osebne podatke obdelujemo samo za pošiljanje naročila in jih hranimo deset let."],
    ["sv", "Vi behandlar bara dina personuppgifter för att skicka beställningen och sparar dem i tio år."],
  ])("%s", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test("one that cannot be read is not taken for one that can", () => {
    expect(
      detectLanguage(
        "Мы обрабатываем ваши данные только для отправки заказа, и это может быть до десяти лет.",
      ),
    ).toBe("ru");
    expect(
      detectLanguage("Kişisel verilerinizi siparişi göndermek için işliyoruz ve on yıl saklıyoruz."),
    ).toBe("tr");
    expect(detectLanguage("個人情報保護方針")).toBeNull();
  });
});

describe("what speaks for a language", () => {
  const english = "<html lang='de'><p>We process your data only to send the order to you.</p>";
  test.each([
    [
      "the option above all",
      "---\nlang: fr\n---\n\nWe bake the bread for you.",
      "policy.md",
      "es",
      "es",
      "option",
    ],
    [
      "then front matter",
      "---\nlang: fr-CA\n---\n\nWe bake the bread for you.",
      "policy.md",
      undefined,
      "fr",
      "front-matter",
    ],
    ["then the text, since templates lie", english, "policy.html", undefined, "en", "text"],
    [
      "markup where the text says nothing",
      "<html lang='nb-NO'><p>Brotzeit</p>",
      "policy.html",
      undefined,
      "no",
      "markup",
    ],
  ])("%s", (_title, source, file, option, language, languageFrom) => {
    expect(read(source, file, option ? { language: option } : {})).toMatchObject({ language, languageFrom });
  });
});

describe("front matter", () => {
  test.each([
    [
      "YAML",
      "---\ntitle: Privacy\ngdprlint:\n  dpo: none\n---\n",
      { title: "Privacy", gdprlint: { dpo: "none" } },
    ],
    ["TOML", '+++\ntitle = "Privacy"\ndraft = false\n+++\n', { title: "Privacy", draft: false }],
    ["YAML with Windows line ends", "---\r\ntitle: Privacy\r\n---\r\n", { title: "Privacy" }],
    ["nothing where it has mistakes", "---\ntitle: [\n---\n", {}],
    ["nothing where there is none", "", {}],
  ])("%s", (_title, matter, expected) => {
    const document = read(`${matter}\n# Privacy\n\nWe bake.\n`);
    expect(document.frontMatter).toEqual(expected);
    expect(document.blocks).toHaveLength(2);
  });
});

test("Markdown cannot be read without its tree", () => {
  expect(() => readDocument("# Privacy", { filePath: "policy.md" })).toThrow(/options\.ast/);
});

test("an empty text is an empty document", () => {
  expect(read("", "policy.txt")).toMatchObject({ language: null, title: null, blocks: [], sentences: [] });
});
