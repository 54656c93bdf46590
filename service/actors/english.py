"""Words that English names are made of, and stand among. Tables only.

Compiled by hand from the style of news agencies, and read against GMB, ECB+ and CNN articles.
"""

from __future__ import annotations

from service.actors.tables import words_of

ARTICLES = words_of("the a an The A An THE")

# Before a person's name, and no part of it; without their full stop, in lower case.
TITLES = words_of(
    """mr mrs ms miss mister dr doctor sir lady lord dame madam president vice deputy prime minister
    premier chancellor general gen lt lieutenant colonel col captain capt major maj sgt
    sergeant cpl corporal pvt private brig brigadier cmdr commander admiral adm marshal
    officer detective inspector constable sheriff chief senator sen representative rep
    congressman congresswoman ceo cfo coo cio mp governor gov mayor councilman councilwoman
    councillor secretary undersecretary king queen prince princess duke duchess count earl
    baron emperor empress emir sultan sheikh sheik shah pope archbishop bishop cardinal
    ayatollah imam mullah rabbi rev reverend father sister brother pastor judge justice
    magistrate attorney prosecutor professor prof ambassador speaker chairman chairwoman
    coach manager leader director spokesman spokeswoman foreign defense defence interior
    finance former ex then acting late lawyer actor actress singer author staff first
    commissioner superintendent trooper elder special agent
    analyst correspondent reporter legend rapper
    comedian republican democrat honourable honorable"""
)
FEMALE_TITLES = words_of("mrs ms miss lady dame queen princess duchess baroness sister madam")
MALE_TITLES = words_of("mr sir lord king prince duke baron brother father")
# Before a single given name these belong to it: "Pope Francis", "Queen Elizabeth".
REGNAL = words_of("King Queen Prince Princess Pope Emperor Empress Saint St Sheikh Sultan Emir")

# Lower-case words inside a person's name.
PARTICLES = words_of(
    "al el ul ur bin bint ben ibn von van der den de del della di da do dos das du la le les zu y e"
)
# Inside the name of an organisation, a place or a work.
LINKS = words_of("of for and & the on in to at de la du des der und do da del di e y - ’s 's . / +")
# Behind a person's name, and no part of it.
POSTNOMINALS = words_of("MP MPs MEP MSP PhD MD QC KC CBE OBE MBE Esq RN")
GENERATIONS = words_of("Jr Sr II III IV Junior Senior")

# Given names and the short forms that newspapers use for them.
NICKNAMES = {
    short: full
    for full, shorts in {
        "Alexander": "Alex Sasha Sandy",
        "Alexandra": "Alex Sandra",
        "Andrew": "Andy Drew",
        "Anthony": "Tony",
        "Benjamin": "Ben Benny Bibi",
        "Catherine": "Cathy Kate Katie Cate",
        "Charles": "Charlie Chuck",
        "Christopher": "Chris",
        "Daniel": "Dan Danny",
        "David": "Dave",
        "Deborah": "Debbie Deb",
        "Donald": "Don",
        "Edward": "Ed Eddie Ted",
        "Elizabeth": "Liz Beth Lizzie",
        "Francis": "Frank",
        "Gregory": "Greg",
        "James": "Jim Jimmy Jamie",
        "Jacob": "Jake",
        "Jeffrey": "Jeff",
        "Jennifer": "Jen Jenny",
        "Jonathan": "Jon",
        "Joseph": "Joe Joey",
        "Joshua": "Josh",
        "Katherine": "Kathy Kate Katie",
        "Kenneth": "Ken Kenny",
        "Lawrence": "Larry",
        "Matthew": "Matt",
        "Michael": "Mike Mick Mickey",
        "Nicholas": "Nick",
        "Patricia": "Pat Patty",
        "Peter": "Pete",
        "Philip": "Phil",
        "Rebecca": "Becky",
        "Richard": "Rick Dick Rich",
        "Robert": "Bob Rob Bobby Robbie",
        "Ronald": "Ron Ronnie",
        "Samuel": "Sam",
        "Stephen": "Steve",
        "Steven": "Steve",
        "Susan": "Sue",
        "Theodore": "Ted Theo",
        "Thomas": "Tom Tommy",
        "Timothy": "Tim",
        "Victoria": "Vicky",
        "Vincent": "Vince",
        "Walter": "Walt",
        "William": "Bill Will Billy Willy",
        "Zachary": "Zach",
    }.items()
    for short in shorts.split()
}

# What else the news calls a party and its members.
PARTIES = {
    "GOP": "Republican Party",
    "Republican": "Republican Party",
    "Republicans": "Republican Party",
    "Democrat": "Democratic Party",
    "Democrats": "Democratic Party",
    "Tory": "Conservative Party",
    "Tories": "Conservative Party",
}
# Letters and other names of one body that the news need not introduce.
SAME_BODY = {
    "ISIS": "Islamic State",
    "ISIL": "Islamic State",
    "Daesh": "Islamic State",
    "Islamic State of Iraq and Syria": "Islamic State",
    "Islamic State in Iraq and Syria": "Islamic State",
    "Islamic State of Iraq and the Levant": "Islamic State",
    "UN": "United Nations",
    "EU": "European Union",
}

# Members of a party, or those who hold a faith: many people, and no part of a longer name.
MEMBERS = words_of(
    """Americans Buddhists Catholics Christians Conservatives Democrats Hindus Jews Liberals Muslims
    Protestants Republicans Sikhs Sunnis Shiites Tories"""
)
# Faiths, laws and diseases, which a model takes for people and bodies.
CREEDS = words_of(
    """AIDS Ebola HIV Buddhism Catholicism Christianity Communism Hinduism Islam Islamism
    Judaism Marxism Obamacare Medicaid Medicare Nazism Protestantism Zionism"""
)
# Believers are a group.
BELIEVERS = words_of(
    """Buddhist Buddhists Catholic Catholics Christian Christians Hindu Hindus Jew Jews Jewish
    Muslim Muslims Sikh Sikhs Sunni Sunnis Shia Shiite Shiites Protestant Protestants"""
)

# Legal forms and the like that a short name leaves out.
COMPANY_FORMS = words_of(
    """Inc Corp Corporation Co Company Companies Ltd Limited LLC LLP PLC plc AG SA NV SE GmbH Group
    Holdings Holding Bros Brothers Sons Partners International Industries Enterprises"""
)
# Words that name a kind of body; alone they name none, and a short name is never only these.
GENERIC = words_of(
    """Bank University College School Institute Ministry Department Office Agency Bureau Commission
    Committee Council Court Congress Senate House Parliament Government Party Union
    Association Society Foundation Federation League Club Team Center Centre Hospital Medical
    Museum Library Church Army Navy Air Force Forces Police Guard Service Services Board
    Authority Corporation Company Group International National Federal State States American
    United British Royal Central General New North South East West Northern Southern Eastern
    Western Republic Democratic People People's World European First Saint St San Los Las
    Santa El La The County City Island Islands Lake Mount River Street Road Avenue Park Hotel
    Airport Airlines Fort Port Cape Great Old High Supreme District Public Social Human
    Rights Health Defense Defence Foreign Interior Justice Security Trade Organization
    Organisation Fund News Times Post Daily Journal Television Radio Big Grand Black White
    Red Green Blue Global African Asian Latin"""
)

# The last word of a body's name; capitals before it belong to the name.
BODY_HEADS = words_of(
    """Academy Agency Airlines Airport Airways Alliance Archives Army Assembly Association Authority
    Bank Board Brigade Brigades Brotherhood Bureau Center Centre Chamber Church Club Coalition
    College Command Commission Committee Confederation Conference Congress Corporation
    Council Court Department Embassy Exchange Federation Force Forces Forum Foundation
    Front Fund Group Guard Guards Hospital Infirmary Institute Institution League
    Legislature Library Ministry Movement Museum Navy Network Observatory Office
    Organisation Organization Parliament Party Police School Senate Service Services
    Society Survey Tribunal Trust Union University"""
)
# The last word of a company's name: it tells what the name is, and belongs to it.
COMPANY_HEADS = words_of(
    """Airlines Airways Automotive Aviation Bancorp Banking Beverages Breweries Broadcasting
    Cement Chemicals Communications Computers Constructions Cruises Dairies Electronics
    Energy Engineering Entertainment Express Ferries Financial Fisheries Foods Freight
    Healthcare Industries Insurance Investments Labs Laboratories Lines Logistics Media Mills
    Mines Mining Motors Networks Newspapers Oil Partners Petroleum Pharma Pharmaceuticals
    Pictures Plastics Press Productions Publishing Rail Railroad Railway Railways Records
    Resources Restaurants Robotics Securities Semiconductors Shipping Software Solutions Steel
    Steelworks Stores Studios Supermarkets Systems Technologies Telecom Telecommunications
    Telekom Textiles Timber Ventures Wines Works"""
)
# The last word of a paper's name, behind a town's.
PRESS_HEADS = words_of(
    """Bee Chronicle Courier Dispatch Echo Enquirer Examiner Gazette Globe Herald Inquirer Journal
    Mail Mercury Mirror News Observer Post Standard Sun Telegraph Times Tribune"""
)
FIRM_HEADS = COMPANY_HEADS | COMPANY_FORMS
# "King's | College", "St. Brede's | Hospital": houses that carry somebody's name as an owner's.
NAMED_HOUSES = words_of(
    "Abbey Academy Cathedral Church Clinic College Hospice Hospital Infirmary School"
)
# "People's | Party", and whatever has an apostrophe behind its plural ("Seafarers' Union").
OWNING_GROUPS = words_of("Children Men People Women King Queen Christ Mother Father")
# Before "Minister" and "Ministry" these are fields of government; alone they name nobody.
PORTFOLIOS = words_of(
    """Affairs Agriculture Aviation Commerce Communications Culture Defence Defense Development
    Economy Education Employment Energy Environment Finance Fisheries Forestry Health Housing
    Immigration Industry Information Infrastructure Interior Justice Planning Railways
    Resources Science Sport Sports Technology Tourism Trade Transport Transportation Welfare"""
)
# Before a town these say where something is; "with" and "between" are said of governments.
PLACING = words_of(
    """in at near from to of around outside inside into across through throughout over via toward
    towards off on along beyond leaving left visited reached"""
)
# What lies in a landscape, and cannot act.
LANDMARKS = words_of(
    """Avenue Bay Beach Boulevard Bridge Canal Canyon Cape Channel Coast Creek Desert Falls Forest
    Glacier Gorge Gulf Harbor Harbour Heights Highway Hill Hills Island Islands Isle Lake
    Lane Mount Mountain Mountains Ocean Park Peninsula Plateau Reef Ridge River Road Sea
    Square Strait Straits Street Valley Volcano"""
)
# Of these last words some people are called too ("Heather Mills", "Margaret Court").
SURNAMES_TOO = words_of(
    """Bank Banks Brothers Chamber Church Court Exchange Express Front Group Guard Hill Hills Lake
    Lane Library Mills Park Partners Press Service Sons Steel Street Union Wines Beach Bay
    Forest Isle Ridge Rivers Valley Works"""
)
# A house is also a place.
SITES = words_of(
    """Abbey Academy Airport Cathedral Center Centre Church Clinic College Hospice Hospital
    Infirmary Library Museum Observatory School University"""
)
# What may carry a person's name in front, and is no surname.
THINGS = words_of(
    """Act Administration Affair Award Bay Beach Boulevard Bowl Bridge Building Camp Castle
    Cathedral Challenge Championship Cup Day Doctrine Era Falls Family Festival Field Gallery
    Garden Gardens Hall Heights Hill Hills International Law Memorial Number Open Palace
    Peace Plan Plaza Prize Quarter School Show Square Stadium Station Theatre Theater Tour
    Tower Towers Trophy Valley Version Village War"""
)
# Parts of names that name nothing alone: what a model leaves of "Federal Reserve".
ADJECTIVES = words_of(
    """Black Central Chief Democratic District Eastern Federal First Foreign General Global Grand
    Great Hardline Health High Holy Human International Local Medical National New Northern
    Old Public Regional Royal San Saint Social Southern Special State Supreme United Western
    World Young"""
)
# Capitals at the head of a sentence that begin no name.
OPENERS = words_of(
    """A About Above According Across Actually Added Additionally After Again Against All Alas
    Almost Alone Along Already Also Although Always Am Amid Among An And Another Any Anyone Apart
    Are Around As Asked At Authorities Away Back Because Before Behind Being Below Beside
    Besides Between Beyond Both But By Call Can Certainly Clearly Come Could Critics
    Currently Dear Despite Did Do Does Don't Down During Each Earlier Early Either Else Enter
    Eventually Even Ever Every Everyone Everything Except Exactly Experts Far Fans Few
    Finally First Following For Former Fortunately From Further Furthermore Get Give Given Go
    Good Had Half Has Have Having He Hello Hence Her Here Hers Him His How However I If
    Imagine In Including Indeed Inside Instead Into Is It Its Just Keep Know Last Late Later
    Lately Least Less Let Let's Like Likewise Look Made Make Many May Maybe Me Meanwhile
    Members Might More Moreover Most Much Must My Near Nearly Never Nevertheless New Next No
    Nobody None Nonetheless Nor Not Nothing Now Obviously Of Off Officials Often Oh Ok Okay
    On Once One Only Onto Opening Or Other Others Otherwise Our Out Outside Over Overall Part
    People Perhaps Please Plus Police Prosecutors Protesters Rather Recently Regarding
    Remember Reports Residents Researchers Right Said Same Says Scientists See Seen Several
    Shall She Should Similarly Since So Some Somehow Someone Something Sometimes Soon Sources
    Speaking Still Such Suddenly Supporters Sure Take Thank Thanks That That's The Their Them
    Then There Therefore These They Think This Those Though Three Through Throughout Thus To
    Today Together Tomorrow Tonight Too Toward Towards Tuesday Two Under Unless Unlike
    Unlikely Until Up Upon Us Using Usually Very Was Watch Watching We Well Were What
    Whatever When Whenever Where Whereas Wherever Whether Which While Who Whoever Whose Why
    Will With Within Without Witnesses Would Writing Yes Yesterday Yet You Young Your
    Investigators Doctors Analysts Lawmakers Democrat Republican Ex Born Based Founded Monday
    Wednesday Thursday Friday Saturday Sunday January February March April June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"""
)
CALENDAR = words_of(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept
    Oct Nov Dec Christmas Easter"""
)

# Who mostly stands in the news as its source: names as newspapers write them.
MEDIA = frozenset(
    """CNN|Reuters|AP|Associated Press|AFP|Agence France-Presse|BBC|BBC News|Fox News|ABC News|ABC|
    CBS|CBS News|NBC|NBC News|MSNBC|CNBC|NPR|PBS|UPI|Bloomberg|Xinhua|Xinhua News Agency|TASS|
    ITAR-TASS|RIA Novosti|Interfax|Kyodo|Yonhap|Yonhap News Agency|KCNA|
    Korean Central News Agency|Al Jazeera|Al-Jazeera|Al Arabiya|Sky News|ITV|
    New York Times|Washington Post|Wall Street Journal|USA Today|Los Angeles Times|Guardian|
    Daily Mail|MailOnline|Mail Online|Daily Telegraph|Telegraph|Times|Sun|Daily Mirror|Mirror|
    Independent|Financial Times|Der Spiegel|Spiegel|Le Monde|El Pais|Haaretz|Jerusalem Post|TMZ|
    People|People magazine|Time|Time magazine|TIME|Newsweek|Politico|Buzzfeed|BuzzFeed|
    Huffington Post|HLN|ESPN|Sports Illustrated|Press TV|Iran Press TV|IRNA|ISNA|Fars News Agency|
    Anadolu|Anadolu Agency|SANA|MENA|Wikinews|Twitter|Facebook|YouTube|Instagram|Getty Images|Getty|
    KABC|KTLA|KGO|WABC|WSB|WFTS|WPTV|KTVU|CCTV|China Daily|Global Times|Press Association|PA|
    Washington Times|Chicago Tribune|Boston Globe|Daily Beast|Rolling Stone|Entertainment Weekly|
    Variety|Hollywood Reporter|Voice of America|Radio Free Europe|CNN.com|Forbes|Vanity Fair|
    Press Trust of India|Times of India|Sydney Morning Herald|Deutsche Welle|Euronews""".replace(
        "\n", ""
    ).split("|")
)
MEDIA = frozenset(name.strip() for name in MEDIA)
