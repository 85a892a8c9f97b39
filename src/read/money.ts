import { moneyCodes, unsaidMoney } from '../languages/money.ts';

/** The unit of a sum: the code where the country is known or goes without saying, the money's name otherwise. */
export function moneyUnit(money: string, country: string | null): string {
  const code = country === null ? undefined : moneyCodes.get(`${money} ${country}`);
  return code ?? unsaidMoney[money] ?? money;
}
