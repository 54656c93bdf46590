"""Countries and peoples: what else the news calls a country. A table only.

Each line: country, its other names, its adjectives and people. News writes of a state by all of
these ("Iranian officials", "Iran"), so they are names of one actor. Capitals are apart, for
"Tehran" may be the government or the town.
"""

from __future__ import annotations

from collections.abc import Iterator

_TABLE = """
Afghanistan||Afghan,Afghans
Albania||Albanian,Albanians
Algeria||Algerian,Algerians
Angola||Angolan,Angolans
Argentina||Argentine,Argentines,Argentinian,Argentinians
Armenia||Armenian,Armenians
Australia||Australian,Australians
Austria||Austrian,Austrians
Azerbaijan||Azerbaijani,Azerbaijanis,Azeri,Azeris
Bahrain||Bahraini,Bahrainis
Bangladesh||Bangladeshi,Bangladeshis
Belarus||Belarusian,Belarusians,Belarussian
Belgium||Belgian,Belgians
Bolivia||Bolivian,Bolivians
Bosnia|Bosnia and Herzegovina,Bosnia-Herzegovina|Bosnian,Bosnians
Brazil||Brazilian,Brazilians
Britain|United Kingdom,UK,U.K.,Great Britain|British,Briton,Britons
Bulgaria||Bulgarian,Bulgarians
Burma|Myanmar|Burmese
Burundi||Burundian,Burundians
Cambodia||Cambodian,Cambodians
Cameroon||Cameroonian,Cameroonians
Canada||Canadian,Canadians
Chad||Chadian,Chadians
Chile||Chilean,Chileans
China|People's Republic of China,PRC|Chinese
Colombia||Colombian,Colombians
Congo|Democratic Republic of Congo,Democratic Republic of the Congo,DRC|Congolese
Croatia||Croatian,Croatians,Croats
Cuba||Cuban,Cubans
Cyprus||Cypriot,Cypriots
Czech Republic|Czechia|Czech,Czechs
Denmark||Danes,Danish
Ecuador||Ecuadorean,Ecuadorian,Ecuadorians
Egypt||Egyptian,Egyptians
England||English
Eritrea||Eritrean,Eritreans
Estonia||Estonian,Estonians
Ethiopia||Ethiopian,Ethiopians
Finland||Finnish,Finns
France||French
Georgia||Georgian,Georgians
Germany||German,Germans
Ghana||Ghanaian,Ghanaians
Greece||Greek,Greeks
Guatemala||Guatemalan,Guatemalans
Guinea||Guinean,Guineans
Haiti||Haitian,Haitians
Honduras||Honduran,Hondurans
Hungary||Hungarian,Hungarians
Iceland||Icelanders,Icelandic
India||Indian,Indians
Indonesia||Indonesian,Indonesians
Iran|Islamic Republic of Iran|Iranian,Iranians
Iraq||Iraqi,Iraqis
Ireland|Republic of Ireland|Irish
Israel||Israeli,Israelis
Italy||Italian,Italians
Ivory Coast|Cote d'Ivoire|Ivorian,Ivorians
Jamaica||Jamaican,Jamaicans
Japan||Japanese
Jordan||Jordanian,Jordanians
Kazakhstan||Kazakh,Kazakhs
Kenya||Kenyan,Kenyans
Kosovo||Kosovan,Kosovar,Kosovars
Kuwait||Kuwaiti,Kuwaitis
Kyrgyzstan||Kyrgyz
Laos||Lao,Laotian
Latvia||Latvian,Latvians
Lebanon||Lebanese
Liberia||Liberian,Liberians
Libya||Libyan,Libyans
Lithuania||Lithuanian,Lithuanians
Macedonia||Macedonian,Macedonians
Malaysia||Malaysian,Malaysians
Mali||Malian,Malians
Mauritania||Mauritanian,Mauritanians
Mexico||Mexican,Mexicans
Moldova||Moldovan,Moldovans
Mongolia||Mongolian,Mongolians
Montenegro||Montenegrin,Montenegrins
Morocco||Moroccan,Moroccans
Mozambique||Mozambican
Nepal||Nepalese,Nepali
Netherlands|Holland|Dutch
New Zealand||New Zealander,New Zealanders
Nicaragua||Nicaraguan,Nicaraguans
Nigeria||Nigerian,Nigerians
North Korea|DPRK,Democratic People's Republic of Korea|North Korean,North Koreans
Norway||Norwegian,Norwegians
Pakistan||Pakistani,Pakistanis
Palestine||Palestinian,Palestinians
Panama||Panamanian,Panamanians
Paraguay||Paraguayan,Paraguayans
Peru||Peruvian,Peruvians
Philippines||Filipino,Filipinos,Philippine
Poland||Poles,Polish
Portugal||Portuguese
Qatar||Qatari,Qataris
Romania||Romanian,Romanians
Russia|Russian Federation|Russian,Russians
Rwanda||Rwandan,Rwandans
Saudi Arabia||Saudi,Saudis
Scotland||Scots,Scottish
Senegal||Senegalese
Serbia||Serb,Serbian,Serbians,Serbs
Sierra Leone||Sierra Leonean
Singapore||Singaporean,Singaporeans
Slovakia||Slovak,Slovaks
Slovenia||Slovene,Slovenian
Somalia||Somali,Somalis
South Africa||South African,South Africans
South Korea|Republic of Korea|South Korean,South Koreans
South Sudan||South Sudanese
Soviet Union|USSR|Soviet,Soviets
Spain||Spaniards,Spanish
Sri Lanka||Sri Lankan,Sri Lankans
Sudan||Sudanese
Sweden||Swedes,Swedish
Switzerland||Swiss
Syria||Syrian,Syrians
Taiwan||Taiwanese
Tajikistan||Tajik,Tajiks
Tanzania||Tanzanian,Tanzanians
Thailand||Thai,Thais
Tibet||Tibetan,Tibetans
Tunisia||Tunisian,Tunisians
Turkey||Turkish,Turks
Turkmenistan||Turkmen
Uganda||Ugandan,Ugandans
Ukraine||Ukrainian,Ukrainians
United Arab Emirates|UAE,U.A.E.|Emirati,Emiratis
United States|US,U.S.,USA,U.S.A.,United States of America,America|American,Americans
Uruguay||Uruguayan,Uruguayans
Uzbekistan||Uzbek,Uzbeks
Venezuela||Venezuelan,Venezuelans
Vietnam||Vietnamese
Wales||Welsh
Yemen||Yemeni,Yemenis
Zambia||Zambian,Zambians
Zimbabwe||Zimbabwean,Zimbabweans
Europe||European,Europeans
European Union|EU,E.U.|
United Nations|UN,U.N.|
Africa||African,Africans
Asia||Asian,Asians
Chechnya||Chechen,Chechens
Catalonia||Catalan,Catalans
"""


def _rows() -> Iterator[tuple[str, list[str], list[str]]]:
    for line in _TABLE.strip().splitlines():
        country, names, peoples = line.split("|")
        yield (
            country,
            [name for name in names.split(",") if name],
            [p for p in peoples.split(",") if p],
        )


# Every name and adjective to the country's first name.
COUNTRY_OF = {
    name: country for country, names, peoples in _rows() for name in (country, *names, *peoples)
}
COUNTRY_NAMES = frozenset(name for country, names, _ in _rows() for name in (country, *names))

_CAPITALS = """
Kabul:Afghanistan Canberra:Australia Vienna:Austria Baku:Azerbaijan Brasilia:Brazil Minsk:Belarus
London:Britain Ottawa:Canada Beijing:China Peking:China Bogota:Colombia Havana:Cuba Cairo:Egypt
Paris:France Tbilisi:Georgia Berlin:Germany Athens:Greece Budapest:Hungary Jakarta:Indonesia
Tehran:Iran Teheran:Iran Baghdad:Iraq Dublin:Ireland Rome:Italy Tokyo:Japan Amman:Jordan
Astana:Kazakhstan Nairobi:Kenya Pristina:Kosovo Beirut:Lebanon Tripoli:Libya Islamabad:Pakistan
Pyongyang:North_Korea Seoul:South_Korea Oslo:Norway Manila:Philippines Warsaw:Poland Lisbon:Portugal
Doha:Qatar Bucharest:Romania Moscow:Russia Riyadh:Saudi_Arabia Belgrade:Serbia Mogadishu:Somalia
Pretoria:South_Africa Madrid:Spain Colombo:Sri_Lanka Khartoum:Sudan Stockholm:Sweden Damascus:Syria
Taipei:Taiwan Bangkok:Thailand Tunis:Tunisia Ankara:Turkey Kiev:Ukraine Kyiv:Ukraine
Washington:United_States Caracas:Venezuela Hanoi:Vietnam Harare:Zimbabwe
"""
# The towns that news lets stand for their governments. Jerusalem and Brussels stand for too much.
CAPITALS = {
    town: country.replace("_", " ")
    for town, country in (pair.split(":") for pair in _CAPITALS.split())
}
