"""Words of the indicators' sentences that need no explanation, by language.

A word enters here only when a twelve-year-old knows it; any other goes to the glossary.
"""

_FRENCH = """
a air an aucune autre avait c ce celle celui chaque chaud chiffre compare d dans de dit
du déchets déplacer eau en et fait faut font france froid h habitants ici il inventée
issy jeté jour l la le les litres lourd mai maison manger met mettre million mis
moins moitié moyenne n novembre on page par passages personne peu plus pour près
publiée qui se semaine sont sur terre trouvée un une utilisé va valeur vers vie ville y
à était été
"""
_ENGLISH = """
a about air an and another are around at average away bicycles by city colder
compared day each earth figure food for found france from goes half home in into
invented is issy it least less life litres made make may million most must no
november of on one out page person published put puts residents says the there this
threw to took travel value warmer was waste water week weighs what with year
"""

PLAIN = {"fr": frozenset(_FRENCH.split()), "en": frozenset(_ENGLISH.split())}
