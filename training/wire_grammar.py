"""The grammar of the wire desk: patterns of sentences, and what may stand in their slots.

A slot in capitals is filled in capitals. `n` is a digit, `nn` two, `nnn` three. Slots that nothing
here fills (city, country, nationality, first_name, surname) are names of the training corpora.
"""

from __future__ import annotations

import re

PATTERNS = """
{team} {n} {team} {n}
{team} {n} {team} {n} ( halftime {n}-{n} )
{team} {nn} {n} {n} {n} {n} {n} {nn}
{team} {nn} {nn} .{nnn} {n}
{team} {nn} {nn} .{nnn} -
{team} - {person} ( {nn}th ) , {person} ( {nn}th minute )
{team} AT {team}
{team} at {team}
{team} vs {team}
{team} v {team}
{day} : {team} v {team}
{team} , {team} , {team} and {team}
{team} {n} {team} {n} ( in {n} innings )
{team} beat {team} {n}-{n} in {city} .
{team} beat {team} {nn}-{nn} on {day} .
{team} drew {n}-{n} with {team} on {day} .
{team} face {team} in {city} on {day} .
{team} lost to {team} at {venue} on {day} night .
{team} , {n} points clear at the top , play {team} on {day} .
{team} 's {person} scored twice as they beat {team} {n}-{n} .
{team} striker {person} scored the winner against {team} in the {nn}th minute .
{team} coach {person} said his side had been lucky to beat {team} .
{team} manager {person} signed {person} from {team} for {n}.{n} million pounds .
{team} captain {person} made {nn} before {team} were all out for {nnn} .
{team} made {nnn} for {n} , a lead of {nn} runs over {team} .
{team} closed on {nnn} for {n} , with {surname} {nn} not out .
{person} took {n} for {nn} as {team} bowled {team} out for {nnn} .
{person} made {nnn} for {team} on the first day of their match against {team} at {venue} .
{person} hit a home run in the {n}th inning as {team} beat {team} {n}-{n} .
{person} , who joined {team} from {team} in June , scored on his debut .
In {city} , {person} had {nn} points as {team} beat {team} {nnn}-{nn} .
In {city} , {team} {n} {team} {n} .
{city} : {team} beat {team} by {nn} runs .
{city} : {team} {nnn} and {nnn} ( {initialed} {nn} ; {initialed} {n}-{nn} ) , {team} {nnn} .
{city} ( {venue} ) : {team} {nnn} , {team} {nnn}-{n} ( {initialed} {nn} not out , {surname} {nn} ) .
{initialed} c {surname} b {surname} {nn}
{initialed} lbw b {surname} {nn}
{initialed} not out {nn}
{person} b {surname} {nn}
Bowling : {surname} {n}-{n}-{nn}-{n} , {surname} {nn}-{n}-{nn}-{n} , {surname} {n}-{n}-{nn}-{n}
To bat : {initialed} , {initialed} , {initialed}
Did not bat : {surname} , {surname} , {surname}
Teams : {team} - {person} , {person} , {person} , {person} ( captain ) .
{team} : 1 - {person} , 2 - {person} , 5 - {person} ( 16 - {surname} {nn}th ) , 10 - {person}
{n}. {person} ( {country} ) {nn}.{nn} seconds
{n}. {person} ( {country} ) {nn} minutes {nn}.{nn}
{n}. {person} ( {country} ) {club} {n} seconds behind
{n}. {person} ( {country} ) {club} same time
{n}. {country} ( {person} , {person} , {person} ) {n}:{nn}.{nn}
{n} - {person} ( {country} ) beat {person} ( {country} ) {n}-{n} {n}-{n}
{person} ( {country} ) beat {nn} - {person} ( {country} ) {n}-{n} {n}-{n} {n}-{n}
{person} ( {country} ) bat {person} ( {country} ) {n}-{n} {n}-{n}
{person} and {person} ( {country} ) beat {person} and {person} ( {country} ) {n}-{n} {n}-{n}
{nnn} {person} ( {country} ) {nn} {nn} {nn}
{nnn} {person} {nn} {nn} {nn} , {person} ( {country} ) {nn} {nn} {nn}
{person} ( {country} ) , {club} , {n}:{nn}.{nnn}
Scorers : {team} - {person} ( {n}th minute ) , {person} ( {nn}th ) . {team} - {person} ( {nn}th )
Attendance : {nn},{nnn}
Played Won Drawn Lost Goals Points
{nationality} {level} results and standings after matches on {day} :
Results of {nationality} first division matches on {day} :
Leading scores in the {event} on {day} :
{nationality} champion {person} lost to {person} in the second round of the {event} .
{person} of {country} beat {person} of {country} to reach the final in {city} .
The {team} won for the {n}th time in {nn} games .
The {team} have traded {person} to the {team} .
The {team} beat the {team} {n}-{n} in {city} .
The {nationality} side were beaten {n}-{n} by {team} at {venue} .
{SPORT} - {TEAM} BEAT {TEAM} {n}-{n} .
{SPORT} - {TEAM} {nnn}-{n} V {TEAM} - CLOSE .
{SPORT} - {TEAM} HOLD {TEAM} TO DRAW .
{SPORT} - {TEAM} SIGN {PERSON} FROM {TEAM} .
{SPORT} - {TEAM} TAKE LEAD IN {NATIONALITY} LEAGUE .
{SPORT} - {SURNAME} WINS {EVENT} .
{SPORT} - {SURNAME} BEATS {SURNAME} IN {CITY} .
{SPORT} - {SURNAME} MISSES {TEAM} GAME .
{SPORT} - {NATIONALITY} FIRST DIVISION RESULTS .
{SPORT} - {PERSON} OUT OF {EVENT} .
{SPORT} - RESULTS IN {EVENT} .
{SPORT} - {TEAM} COACH {SURNAME} QUITS .
{CITY} {date}
{CITY} , {country} {date}
{CITY} , {country}
{company} {quarter} net rises {nn} percent .
{company} {quarter} loss narrows .
{company} says to buy {company} for ${nnn} million .
{company} shares fell {n} percent in {city} on {day} .
Shares of {company} rose {n} to {nn} .
{company} said on {day} it had agreed to buy {company} .
{company} , based in {city} , said it would cut {nnn} jobs .
{person} , chief executive of {company} , said sales in {country} had fallen .
{company} said it named {person} chief financial officer .
{bank} said on {day} it would leave its rates unchanged .
Dealers at {bank} said the currency was steady .
The {nationality} government will sell its stake in {company} , officials in {city} said .
Analyst {person} of {company} said the shares were cheap .
{city} stocks closed higher , led by {company} and {company} .
{COMPANY} TO BUY {COMPANY} .
{COMPANY} {quarter} SHR ${n}.{nn} VS ${n}.{nn} .
{paper} said {company} would close its plant in {city} .
{person} told {paper} that {country} would not take part .
{body} said {person} would visit {city} on {day} .
{body} accused {country} of breaking the agreement signed in {city} .
{person} , secretary-general of {body} , met {surname} in {city} .
{person} , a spokesman for {body} , said {nn} people had been arrested .
{city} police said {person} , {nn} , was shot outside {venue} .
""".strip().split("\n")

# The kind of name that a slot stands for; the others are no names.
KINDS = {
    "team": "organization",
    "club": "organization",
    "company": "organization",
    "bank": "organization",
    "paper": "organization",
    "body": "organization",
    "city": "place",
    "country": "place",
    "venue": "place",
    "person": "person",
    "surname": "person",
    "initialed": "person",
    "nationality": "group",
    "event": "other",
}

# Indented lines go on with the slot before them.
_FILLERS = """
team: {city}|{city}|{city}|{country}|{country}|{club}|{club}|{club}|{nickname}
club: {city} {after}|{before} {city}|{before} {surname}|{surname} {after}|{acronym} {city}
after: United|City|Rovers|Town|County|Athletic|Wanderers|Albion|Rangers|Wednesday|Villa|Thistle
    |Sporting|Dynamo|Olympic|Racing|Eagles|Bears|Lions|Tigers|Bulls|Hawks|Rockets|Kings|Giants
    |Cardinals|Pirates|Braves|Royals|Angels|Falcons|Saints|Cowboys|Panthers|Sharks|Wolves|Flyers
    |Devils|Blues|Stars|Reds|Warriors|Knights|Raiders|XI|Red Sox
before: Real|Sporting|Dynamo|Lokomotiv|Spartak|Olympique|Racing|Red Star|Atletico|Inter|AC|FC
    |Borussia|Hapoel|Maccabi|Zenit|Torpedo|Partizan|Slavia|Sparta|Standard|Royal|West|North
nickname: Pumas|Reggae Boyz|Wallabies|Lions|Yankees|Mariners|Orioles|Twins|Cubs|Mets|Expos|Dodgers
    |Padres|Astros|Phillies|Marlins|Indians|Athletics|Steelers|Packers|Canucks|Celtics|Lakers
company: {surname} {form}|{surname} {form}|{city} {trade} {form}|{surname} {trade}
    |{country} {trade}|{surname} and {surname} {form}|{surname} & {surname}|{surname}|{acronym}
    |{acronym} {form}|{first_name} {surname} {form}|National {trade} {form}
form: Inc|Corp|Co|Ltd|Plc|AG|SA|NV|SpA|Group|Holdings|Inc.|Corp.|Co.|Ltd.|Bancorp|GmbH
trade: Motors|Airlines|Airways|Oil|Petroleum|Steel|Insurance|Communications|Systems|Computer
    |Electric|Industries|Resources|Mining|Foods|Telecom|Securities|Technologies|Entertainment
    |Pharmaceuticals|Stores|Energy|Press|Lines|Shipping|Railways|Brewery|Gold Mines|Lines
bank: Bank of {country}|{city} Bank|{surname} Bank|First National Bank|{surname} Brothers
paper: the {city} Times|the {city} Post|the Daily {daily}|the {city} {daily}|{city} Radio
    |the Sunday {daily}|{country} Television|{acronym} television|the {nationality} News Agency
daily: Star|News|Telegraph|Mail|Herald|Tribune|Chronicle|Standard|Journal|Express
body: the University of {city}|{city} University|the {country} Football Association|{acronym}
    |the {cause} Party|the {nationality} Chamber of Commerce|the {surname} Foundation
    |the {city} Fire Department|the {cause} Commission|the International {cause} Federation
    |the {cause} Agency|the {city} City Council|the {cause} Ministry|the National {cause} Board
    |the {nationality} Foreign Ministry|the {cause} Front of {country}|{surname} College
    |the {nationality} Red Cross|the {cause} Union|the Union of {cause} Workers|{city} Hospital
cause: Democratic|Labour|Liberal|People 's|Socialist|Green|Trade|Health|Finance|Defence|Transport
    |Human Rights|Olympic|Cycling|Athletics|Energy|Atomic Energy|Liberation|Election|Justice
acronym: ABT|CNR|DPV|ECU|FAP|GLR|HDK|IRF|KPL|LKS|MNA|NTV|ORC|PBK|RSM|SDF|TVN|UDR|VSK|WRB
venue: {city} Park|{city} Stadium|{surname} Park|{surname} Stadium|{city} Road|{city} Arena
    |{surname} Field|the {city} Hotel
person: {first_name} {surname}|{first_name} {surname}|{first_name} {capital}. {surname}
initialed: {capital}. {surname}|{capital}. {surname}|{capital}.{capital}. {surname}
capital: A|B|C|D|E|F|G|H|I|J|K|L|M|N|P|R|S|T|W
event: {city} {open}|{country} {open}|{nationality} {open}|{surname} {open}
open: Open|Classic|Masters|Championship|Invitational|Trophy|Cup|Marathon
sport: Soccer|Cricket|Tennis|Golf|Baseball|Basketball|Athletics|Cycling|Boxing|Swimming|Squash
    |Badminton|Rugby Union|Rugby League|Ice Hockey|Motor Racing|NFL American Football|Rowing
level: soccer league|cup|basketball|hockey|second division|premiership|rugby league
day: Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
quarter: Q1|Q2|Q3|Q4|H1|H2|first-quarter|second-quarter
date: 1996-08-14|1997-01-22|1996-11-03|1998-06-30|1995-03-09|2001-10-17
"""
FILLERS = {
    slot: choices.strip().split("|")
    for slot, _, choices in (
        line.partition(":") for line in re.sub(r"\n +", "", _FILLERS).strip().splitlines()
    )
}
