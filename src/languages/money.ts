import { wordTable } from './language.ts';

/**
 * Moneys that several countries have, and their ISO 4217 codes by country: a plain list of facts. A text that says only
 * "crowns" does not say whose, so the name is all there is to tell; "Swedish crowns" are SEK.
 */
const table = `
dollar;US:USD CA:CAD AU:AUD NZ:NZD HK:HKD SG:SGD TW:TWD JM:JMD TT:TTD BB:BBD BS:BSD BZ:BZD BN:BND FJ:FJD GY:GYD LR:LRD NA:NAD ZW:ZWL
pound;GB:GBP EG:EGP LB:LBP SY:SYP SD:SDG SS:SSP GI:GIP FK:FKP
crown;SE:SEK NO:NOK DK:DKK CZ:CZK IS:ISK
franc;CH:CHF XO:XOF CD:CDF GN:GNF RW:RWF BI:BIF DJ:DJF KM:KMF
peso;MX:MXN AR:ARS CL:CLP CO:COP PH:PHP UY:UYU DO:DOP CU:CUP
rupee;IN:INR PK:PKR LK:LKR NP:NPR MU:MUR SC:SCR
ruble;RU:RUB BY:BYN
yen;JP:JPY
yuan;CN:CNY
won;KR:KRW KP:KPW
lira;TR:TRY
dinar;KW:KWD IQ:IQD RS:RSD JO:JOD BH:BHD LY:LYD TN:TND DZ:DZD MK:MKD
dirham;AE:AED MA:MAD
rial;IR:IRR OM:OMR YE:YER SA:SAR QA:QAR BR:BRL
shilling;KE:KES UG:UGX TZ:TZS SO:SOS
som;KZ:KZT KG:KGS UZ:UZS
lei;RO:RON MD:MDL
manat;AZ:AZN TM:TMT
`;

/** The code of the money of which no country is named, where one is meant. */
export const unsaidMoney: Readonly<Record<string, string>> = {
  dollar: 'USD',
  ruble: 'RUB',
  yen: 'JPY',
  yuan: 'CNY',
  won: 'KRW',
};

/** The code of a money by its name and country: "crown SE". */
export const moneyCodes: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [money, list] = line.split(';');
      return list.split(' ').map((one): [string, string] => [`${money} ${one.slice(0, 2)}`, one.slice(3)]);
    }),
);

/** Signs and letters of money that every language writes alike. */
export const moneySigns: Readonly<Record<string, string>> = {
  ...wordTable(
    'USD: $ us$ usd; EUR: € eur; GBP: £ gbp; JPY: ¥ jpy; KRW: ₩ krw; RUB: ₽ rub; INR: ₹ inr; TRY: ₺ try; UAH: ₴ uah; ILS: ₪ ils; NGN: ₦ ngn; PHP: ₱ php; VND: ₫ vnd; KZT: ₸ kzt; CAD: c$ ca$ cad; AUD: a$ au$ aud; NZD: nz$ nzd; HKD: hk$ hkd; SGD: s$ sgd; TWD: nt$ twd; BRL: r$ brl; MXN: mxn; CHF: chf sfr; SEK: sek; NOK: nok; DKK: dkk; CZK: czk; PLN: pln; HUF: huf; CNY: cny rmb; THB: ฿ thb; ZAR: zar',
  ),
};
