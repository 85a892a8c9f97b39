/**
 * Countries with their adjectives and the places that stand for their governments in news English: our own list of plain facts.
 * One line a country: name and other names ; adjectives ; capital and seats of government ; further large cities.
 */
const table = `
Afghanistan;Afghan;Kabul;Kandahar,Herat
Albania;Albanian;Tirana
Algeria;Algerian;Algiers;Oran
Angola;Angolan;Luanda
Argentina;Argentine,Argentinian;Buenos Aires,Casa Rosada;Rosario
Armenia;Armenian;Yerevan
Australia;Australian;Canberra;Sydney,Melbourne,Brisbane,Perth,Adelaide
Austria;Austrian;Vienna;Salzburg,Graz
Azerbaijan;Azerbaijani;Baku
Bahrain;Bahraini;Manama
Bangladesh;Bangladeshi;Dhaka;Chittagong
Belarus;Belarusian;Minsk
Belgium;Belgian;Brussels;Antwerp,Ghent
Bolivia;Bolivian;La Paz;Sucre
Bosnia,Bosnia and Herzegovina;Bosnian;Sarajevo
Brazil;Brazilian;Brasilia,Brasília;Sao Paulo,São Paulo,Rio de Janeiro
Bulgaria;Bulgarian;Sofia
Burkina Faso;Burkinabe;Ouagadougou
Cambodia;Cambodian;Phnom Penh
Cameroon;Cameroonian;Yaounde;Douala
Canada;Canadian;Ottawa;Toronto,Montreal,Vancouver,Calgary,Quebec,Ontario
Chad;Chadian;N'Djamena
Chile;Chilean;Santiago
China,People's Republic of China;Chinese;Beijing,Zhongnanhai;Shanghai,Hong Kong,Shenzhen,Guangzhou,Wuhan,Xinjiang,Tibet
Colombia;Colombian;Bogota,Bogotá;Medellin,Cali
Congo,Democratic Republic of Congo,DRC;Congolese;Kinshasa;Goma
Costa Rica;Costa Rican;San Jose
Croatia;Croatian;Zagreb
Cuba;Cuban;Havana
Cyprus;Cypriot;Nicosia
Czech Republic,Czechia;Czech;Prague;Brno
Denmark;Danish;Copenhagen;Greenland
Dominican Republic;Dominican;Santo Domingo
Ecuador;Ecuadorian,Ecuadorean;Quito;Guayaquil
Egypt;Egyptian;Cairo;Alexandria
El Salvador;Salvadoran;San Salvador
Estonia;Estonian;Tallinn
Ethiopia;Ethiopian;Addis Ababa
Finland;Finnish;Helsinki
France;French;Paris,Elysee,Élysée,Quai d'Orsay;Marseille,Lyon,Nice,Toulouse,Strasbourg
Georgia;Georgian;Tbilisi
Germany;German;Berlin;Munich,Hamburg,Frankfurt,Cologne,Bonn
Ghana;Ghanaian;Accra
Greece;Greek;Athens;Thessaloniki
Guatemala;Guatemalan;Guatemala City
Haiti;Haitian;Port-au-Prince
Honduras;Honduran;Tegucigalpa
Hungary;Hungarian;Budapest
Iceland;Icelandic;Reykjavik
India;Indian;New Delhi,Delhi;Mumbai,Kolkata,Chennai,Bangalore,Bengaluru,Hyderabad,Kashmir
Indonesia;Indonesian;Jakarta;Bali,Surabaya
Iran,Islamic Republic;Iranian;Tehran;Isfahan,Mashhad
Iraq;Iraqi;Baghdad;Mosul,Basra,Erbil
Ireland;Irish;Dublin;Cork
Israel;Israeli;Jerusalem,Knesset;Tel Aviv,Haifa
Italy;Italian;Rome,Quirinale;Milan,Naples,Turin,Venice,Sicily
Ivory Coast,Côte d'Ivoire;Ivorian;Abidjan
Jamaica;Jamaican;Kingston
Japan;Japanese;Tokyo,Kantei;Osaka,Kyoto,Hiroshima,Okinawa,Hokkaido,Fukushima
Jordan;Jordanian;Amman
Kazakhstan;Kazakh;Astana;Almaty
Kenya;Kenyan;Nairobi;Mombasa
Kosovo;Kosovar;Pristina
Kuwait;Kuwaiti;Kuwait City
Kyrgyzstan;Kyrgyz;Bishkek
Laos;Laotian;Vientiane
Latvia;Latvian;Riga
Lebanon;Lebanese;Beirut
Libya;Libyan;Tripoli;Benghazi
Lithuania;Lithuanian;Vilnius
Luxembourg;Luxembourgish
Malaysia;Malaysian;Kuala Lumpur,Putrajaya
Mali;Malian;Bamako
Malta;Maltese;Valletta
Mexico;Mexican;Mexico City;Tijuana,Guadalajara
Moldova;Moldovan;Chisinau
Mongolia;Mongolian;Ulaanbaatar,Ulan Bator
Montenegro;Montenegrin;Podgorica
Morocco;Moroccan;Rabat;Casablanca,Marrakesh
Mozambique;Mozambican;Maputo
Myanmar,Burma;Burmese;Naypyidaw;Yangon
Nepal;Nepalese,Nepali;Kathmandu
Netherlands,Holland;Dutch;The Hague;Amsterdam,Rotterdam
New Zealand;New Zealander;Wellington;Auckland,Christchurch
Nicaragua;Nicaraguan;Managua
Niger;Nigerien;Niamey
Nigeria;Nigerian;Abuja;Lagos
North Korea,DPRK,the North;North Korean;Pyongyang
North Macedonia,Macedonia;Macedonian;Skopje
Norway;Norwegian;Oslo;Bergen
Oman;Omani;Muscat
Pakistan;Pakistani;Islamabad;Karachi,Lahore,Peshawar
Palestine,Gaza,West Bank,Palestinian Authority;Palestinian;Ramallah;Gaza City,Rafah
Panama;Panamanian;Panama City
Paraguay;Paraguayan;Asuncion
Peru;Peruvian;Lima
Philippines;Philippine,Filipino;Manila,Malacanang;Cebu,Davao
Poland;Polish;Warsaw;Krakow,Gdansk
Portugal;Portuguese;Lisbon;Porto
Qatar;Qatari;Doha
Romania;Romanian;Bucharest
Russia,Russian Federation,Soviet Union;Russian,Soviet;Moscow,Kremlin,the Kremlin;St. Petersburg,Vladivostok,Crimea,Chechnya
Rwanda;Rwandan;Kigali
Saudi Arabia;Saudi;Riyadh;Jeddah,Mecca
Senegal;Senegalese;Dakar
Serbia;Serbian,Serb;Belgrade
Singapore;Singaporean
Slovakia;Slovak;Bratislava
Slovenia;Slovenian;Ljubljana
Somalia;Somali;Mogadishu
South Africa;South African;Pretoria;Johannesburg,Cape Town,Durban
South Korea,Republic of Korea,Korea,the South;South Korean,Korean;Seoul,Blue House,Cheong Wa Dae;Busan,Incheon,Daegu
South Sudan;South Sudanese;Juba
Spain;Spanish;Madrid,Moncloa;Barcelona,Valencia,Seville,Catalonia
Sri Lanka;Sri Lankan;Colombo
Sudan;Sudanese;Khartoum
Sweden;Swedish;Stockholm;Gothenburg,Malmo
Switzerland;Swiss;Bern,Berne;Geneva,Zurich,Basel,Davos
Syria;Syrian;Damascus;Aleppo,Idlib
Taiwan;Taiwanese;Taipei
Tajikistan;Tajik;Dushanbe
Tanzania;Tanzanian;Dodoma;Dar es Salaam
Thailand;Thai;Bangkok;Phuket
Tunisia;Tunisian;Tunis
Turkey,Türkiye,Turkiye;Turkish;Ankara;Istanbul,Izmir
Turkmenistan;Turkmen;Ashgabat
Uganda;Ugandan;Kampala
Ukraine;Ukrainian;Kyiv,Kiev;Kharkiv,Odesa,Odessa,Lviv,Donetsk,Mariupol
United Arab Emirates,UAE;Emirati;Abu Dhabi;Dubai
United Kingdom,UK,U.K.,Britain,Great Britain,England,Scotland,Wales,Northern Ireland;British,English,Scottish,Welsh;London,Downing Street,Whitehall,Westminster;Manchester,Birmingham,Liverpool,Edinburgh,Glasgow,Belfast,Cardiff
United States,US,U.S.,USA,U.S.A.,America;American;Washington,White House,the White House,Pentagon,the Pentagon,Capitol Hill;New York,Los Angeles,Chicago,Houston,Boston,Miami,Dallas,Atlanta,Seattle,Philadelphia,San Francisco,Detroit,Denver,Las Vegas,California,Texas,Florida,Ohio,Iowa,Pennsylvania,Michigan,Wisconsin,Nevada,Arizona,Virginia,New Hampshire,South Carolina,North Carolina,New Jersey,Illinois,Alaska,Hawaii,Alabama,Kentucky,Louisiana,Mississippi,Missouri,Oregon,Tennessee,Utah,Vermont,Massachusetts,Connecticut,Maryland,Minnesota,Colorado,Indiana,Kansas,Oklahoma,Nebraska,Maine,Guam,Puerto Rico
Uruguay;Uruguayan;Montevideo
Uzbekistan;Uzbek;Tashkent
Vatican,Holy See;Vatican;Vatican City
Venezuela;Venezuelan;Caracas,Miraflores
Vietnam;Vietnamese;Hanoi;Ho Chi Minh City
Yemen;Yemeni;Sanaa,Sana'a;Aden
Zambia;Zambian;Lusaka
Zimbabwe;Zimbabwean;Harare
`;

/** What a place name means: its country, and whether it stands for that country's government when it speaks. */
export interface Place {
  readonly country: string;
  readonly kind: 'country' | 'seat' | 'city';
}

/** Places by their names in lower case. */
export const places: ReadonlyMap<string, Place> = readPlaces();

/** Countries by their adjectives in lower case. */
export const adjectives: ReadonlyMap<string, string> = readAdjectives();

/** Words in the longest name of a place. */
export const placeWordsMax = 5;

function rows(): string[][][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(';').map((cell) => cell.split(',')));
}

function readPlaces(): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const [names, , seats, cities] of rows()) {
    const country = names[0];
    const add = (list: readonly string[] | undefined, kind: Place['kind']) => {
      for (const name of list ?? [])
        if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), { country, kind });
    };
    add(names, 'country');
    add(seats, 'seat');
    add(cities, 'city');
  }
  return found;
}

function readAdjectives(): Map<string, string> {
  return new Map(rows().flatMap(([names, list]) => list.map((word) => [word.toLowerCase(), names[0]] as const)));
}
