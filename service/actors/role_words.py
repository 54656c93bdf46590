"""Words that say what someone is, and the words that may stand with them. Tables only.

Compiled by hand; read against CNN articles and the titles in GMB and ECB+.
"""

from __future__ import annotations

from service.actors.tables import words_of

# The head of a role, in lower case: what comes last before "of", a comma or the name.
ROLES = words_of(
    """accountant activist actor actress adviser advisor advocate agent aide ally ambassador
    analyst anchor anchorman anchorwoman animator anthropologist apostle appointee
    archaeologist archbishop architect artist assistant associate astronaut astronomer
    athlete attorney auditor author ayatollah ballerina banker barber baron baroness
    barrister bassist bishop blogger boss boxer brigadier broadcaster broker builder
    businessman businesswoman cabbie cameraman campaigner candidate captain cardinal
    caretaker cartoonist ceo cfo chair chairman chairperson chairwoman chancellor chaplain
    chef chemist chief choreographer cleric clerk climber coach co-author co-chair
    co-chairman co-founder cofounder collector colonel columnist comedian comic commander
    commentator commissioner composer comptroller conductor congressman congresswoman
    conservationist constable consul consultant contestant contractor contributor convert
    coo co-owner co-pilot coordinator co-star coroner correspondent councillor councilman
    councilwoman councilor counsel counselor counsellor creator critic curator cyclist
    dancer dealer dean defender defendant delegate demographer deputy designer detective
    developer dictator dietitian diplomat director dissident doctor driver drummer duchess
    duke earl ecologist economist editor educator emir emperor engineer entertainer
    entrepreneur envoy epidemiologist executive expert farmer fighter filmmaker financier
    firefighter firebrand fisherman forward founder frontman fugitive gardener general
    geneticist geologist goalkeeper goalscorer golfer governor guard guitarist gunman
    gymnast handler handyman head hairdresser headmaster headteacher heir heiress hero
    historian homemaker host hostess hunter illustrator imam infielder informant inspector
    instructor intellectual interpreter inventor investigator investor janitor jihadist
    jockey journalist judge juror jurist justice king landlord lawmaker lawyer leader
    lecturer legislator lieutenant librarian lobbyist magician magistrate magnate major
    manager mastermind mathematician mayor mechanic mediator medic member mentor
    meteorologist midfielder militant millionaire billionaire minister missionary mobster
    model mogul monk mountaineer mp mullah musician negotiator neighbor neurologist
    neuroscientist neurosurgeon nominee novelist nun nurse nutritionist officer official
    ombudsman operative operator organiser organizer outfielder owner painter paramedic
    partner pastor patriarch pathologist pediatrician penpal philanthropist philosopher
    photographer photojournalist physician physicist pianist pilot pioneer pitcher player
    playwright poet policeman policewoman politician pollster pope preacher premier
    presenter president priest prime-minister prince princess principal producer professor
    programmer promoter prosecutor protester psychiatrist psychologist publicist publisher
    quarterback queen rabbi racer ranger rapper rebel receiver receptionist recruiter
    referee registrar reporter representative researcher resident rider rival rockstar
    runner sailor salesman schoolteacher scholar scientist screenwriter sculptor secretary
    secretary-general senator sergeant shareholder sheikh sheriff shooter shopkeeper singer
    singer-songwriter skater skier skipper socialite sociologist soldier solicitor soprano
    speaker specialist speechwriter spokesman spokesperson spokeswoman sportscaster sprinter
    staffer star statesman statistician stockbroker strategist striker student stylist
    sultan superintendent supermodel superstar supervisor surgeon surveyor survivor suspect
    swimmer taoiseach teacher technician teenager tenant terrorist therapist toxicologist
    trader trainer translator treasurer trustee tutor tycoon umpire undersecretary
    veterinarian veteran vice-chairman vice-president viceroy videographer violinist
    virologist vocalist volunteer warlord watchdog webmaster winger winner witness wrestler
    writer zoologist wife husband widow widower son daughter father mother brother sister
    grandson granddaughter grandfather grandmother uncle aunt nephew niece cousin girlfriend
    boyfriend fiance fiancee fiancé fiancée stepfather stepmother stepson stepdaughter
    ex-wife ex-husband half-brother half-sister brother-in-law sister-in-law father-in-law
    son-in-law daughter-in-law mother-in-law friend colleague roommate classmate teammate
    successor predecessor right-hand man woman right-hand-man contender challenger champion
    opponent legend icon idol guru figure whistleblower counterpart fullback linebacker
    cornerback shortstop catcher bowler batsman jumper thrower hurdler biologist oncologist
    cardiologist radiologist criminologist linguist theologian ornithologist paleontologist
    seismologist gynecologist oceanographer ophthalmologist dermatologist neonatologist
    anesthesiologist geographer botanist environmentalist feminist humanitarian
    industrialist nationalist propagandist satirist strongman chieftain tribesman clergyman
    churchman serviceman airman seaman marine gangster drug-lord kingpin hostage captive
    prisoner inmate scoutmaster trooper pitchman
    cabinet-maker convict collaborator co-creator worker"""
)
# Kin and the like say nothing without whose they are.
KIN = words_of(
    """wife husband widow widower son daughter father mother brother sister grandson granddaughter
    grandfather grandmother uncle aunt nephew niece cousin girlfriend boyfriend fiance
    fiancee fiancé fiancée stepfather stepmother stepson stepdaughter ex-wife ex-husband
    half-brother half-sister brother-in-law sister-in-law father-in-law son-in-law
    daughter-in-law mother-in-law friend colleague roommate classmate teammate successor
    predecessor man woman counterpart rival opponent neighbor ally partner member figure
    deputy assistant associate resident veteran winner"""
)
# Heads that are too loose on their own, without a word before them or "of" behind.
BARE = KIN | words_of(
    "star star's hero legend expert critic model host guard general major chief head suspect"
)

# A role of a body instead of a person.
BODY_ROLES = words_of(
    """agency airline alliance association authority bank body brand broadcaster bureau campaign
    carmaker automaker cartel chain charity church club coalition college company
    conglomerate contractor corporation council country developer firm foundation giant
    government group hospital institute insurer jihadists league lender lobby maker magazine
    manufacturer militia militants ministry movement museum network newspaper nonprofit
    operator organisation organization outlet party producer publisher regulator retailer
    school service society startup station studio supermarket supplier team tank university
    union utility watchdog website"""
)

# Lower-case words that may stand before a role, and are part of it.
MODIFIERS = words_of(
    """former ex then current new acting interim deputy vice assistant associate chief senior junior
    prime foreign external defense defence interior finance health education justice home
    state federal national local regional provincial municipal city county police fire army
    navy naval military air force security intelligence opposition party government cabinet
    presidential parliamentary congressional senate house republican democratic conservative
    liberal labour communist socialist islamist islamic sunni shiite shia muslim christian
    catholic jewish orthodox buddhist hindu anglican rebel militant terror terrorist
    separatist nationalist right-wing left-wing far-right far-left center-right centre-left
    moderate hardline hard-line reformist centrist independent supreme top lead leading
    prominent veteran longtime long-time famed famous renowned celebrated well-known popular
    influential powerful senior-most outgoing incoming newly elected re-elected ousted
    deposed exiled jailed imprisoned detained convicted disgraced embattled late retired
    two-time three-time four-time five-time right-hand top-ranking high-ranking executive
    managing creative artistic musical technical general operating financial medical legal
    political economic commercial communications marketing investment business technology
    science sports sport football soccer basketball baseball tennis golf hockey rugby cricket
    boxing swimming racing cycling music film movie tv television radio news newspaper
    magazine media press fashion pop rock hip-hop country jazz classical opera child human
    civil women's rights environmental climate animal criminal trial district attorney
    principal research space nuclear chemical computer software internet web aviation airline
    transport transportation trade labor oil gas energy bank banking real estate property tax
    budget policy campaign election constitutional high appeals court family personal private
    special undercover star head first second third fellow co founding honorary world olympic
    heavyweight lightweight middleweight welterweight championship grand slam ballet stage
    screen best-selling bestselling award-winning prize-winning oscar-winning emmy-winning
    grammy-winning multimillionaire billionaire millionaire wealthy rich self-styled
    self-proclaimed alleged suspected accused most wanted drug crime mafia gang cartel
    spiritual religious tribal clan youth student university college school high-school
    elementary kindergarten public affairs relations staff crew team club squad company
    corporate union male female young old elder eldest younger youngest oldest older only
    estranged close closest long childhood best good wartime onetime one-time sometime
    would-be fast mixed martial arts wide tight left right back running quarter point small
    power shooting long-distance middle-distance 100-meter pole triple wildlife marine
    forensic clinical social developmental theoretical experimental evolutionary"""
)

# Before a role, and no part of it.
ADVERBS = words_of("now currently then formerly also once still reportedly himself herself")
# The second half of "foreign affairs": a role that begins with it was cut.
HALVES = words_of("affairs relations rights estate arts and")
DETERMINERS = words_of("a an the one another")
PRONOUNS = words_of("his her their its my our your whose")
# What may tie a role to what it is a role in.
TIES = words_of("of for at in with to from on and")
# A phrase that holds one of these is a clause, no role.
CLAUSE_WORDS = words_of(
    """is was are were be been being am has had have having do does did will would can could may
    might must shall should said says say told tells asked added who whom which that what
    where when why how if because although though while after before since until as than not
    n't he she it they we i you him them me us himself herself itself this these those there
    here but or nor so then such also just only even still yet very too more less much many
    some any each every no went goes came comes gave took made got wrote knew thought saw
    looked seemed called named died killed arrested charged accused announced denied
    confirmed according including however meanwhile instead speaking looking calling citing
    adding known nicknamed"""
)
COPULAS = words_of("is was became remains")
# A role ends before them.
RELATIVES = words_of("who whom whose that which where when known nicknamed")
# What somebody does to a person with a role: "the club | sacked coach".
DEEDS = words_of(
    """beat bought brought caught chose cut drew drove fed felt fought found gave heard held hit
    hurt kept laid led left lent let lost met paid put ran rang read sang sat sent set shot shut
    sold sued swore taught threw tore woke won about above across against along amid among around
    behind below beside besides between beyond by despite down during except inside into like
    near off onto out outside over past per regarding through throughout to toward towards under
    up upon versus via within without"""
)
# Of these a country or a house has one: "the prime minister" is the one that was named.
OFFICES = frozenset(
    tuple(office.split())
    for office in """president|prime minister|premier|chancellor|king|queen|pope|sultan|emir|emperor
    pontiff|dictator|secretary of state|foreign minister|foreign secretary|finance minister
    defense minister|defence minister|interior minister|chief executive|chairman|chairwoman|mayor
    governor|senator|police chief""".replace("\n", "|").split("|")
)
