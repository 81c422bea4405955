/// What made-up names of one country are made of.
struct GeneratedLanguage {
  let country: String
  /// Ways to write the legal form; those of one row are the same form.
  let forms: [[String]]
  let families: [String]
  let firsts: [String]
  let fields: [String]
  let cities: [String]
  /// With F for a field, C for a city, B for a name of its own.
  let institutions: [String]

  private init(
    _ country: String, forms: String, families: String, firsts: String, fields: String,
    cities: String, institutions: String
  ) {
    func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
    self.country = country
    self.forms = forms.split(separator: "|").map { list(String($0)) }
    self.families = list(families)
    self.firsts = list(firsts)
    self.fields = list(fields)
    self.cities = list(cities)
    self.institutions = list(institutions)
  }

  static let all = [
    GeneratedLanguage(
      "DE", forms: "GmbH,G.m.b.H.,Gesellschaft mit beschränkter Haftung|AG,Aktiengesellschaft",
      families:
        "Schröder,Köhler,Böttcher,Krüger,Jäger,Weißmann,Hübner,Grünwald,Lindner,Ostermann,Pfeiffer",
      firsts: "Karl,Heinrich,Otto,Friedrich",
      fields:
        "Optik,Maschinenbau,Sensorik,Elektronik,Werkzeugbau,Medizintechnik,Kunststoff,Logistik",
      cities: "Jena,Dresden,Köln,München,Nürnberg,Stuttgart,Aachen,Göttingen,Ilmenau,Mainz",
      institutions: "Universität B C,Institut für F C,Cluster F C,Verband B F"),
    GeneratedLanguage(
      "AT", forms: "GmbH,Ges.m.b.H.|AG,Aktiengesellschaft",
      families: "Gruber,Steinböck,Moosbrugger,Prößl,Haslinger,Obermüller,Zöchling,Kräftner",
      firsts: "Josef,Leopold,Franz", fields: "Holzbau,Umwelttechnik,Metall,Energie,Automation",
      cities: "Wien,Graz,Linz,Salzburg,Innsbruck", institutions: "Institut für F C,Forum B F"),
    GeneratedLanguage(
      "FR", forms: "SAS,S.A.S.,Société par actions simplifiée|SARL,S.à r.l.",
      families: "Lefèvre,Gauthier,Béranger,Rousselot,Clément,Delacroix,Fournier,Mézières,Pélissier",
      firsts: "Jean,Pierre,Louis",
      fields: "Optique,Mécanique,Électronique,Énergie,Logistique,Textile,Métallurgie",
      cities: "Lyon,Grenoble,Besançon,Orléans,Toulouse,Nîmes,Saint-Étienne",
      institutions: "Université B C,Institut de F de C,Pôle F C,Association B F"),
    GeneratedLanguage(
      "IT", forms: "S.r.l.,Srl,Società a responsabilità limitata|S.p.A.,SpA",
      families:
        "Bertolucci,Castellani,Ferraresi,Montanari,Zanichelli,Pellegrini,Guarnieri,Viscardi",
      firsts: "Giuseppe,Luigi,Antonio",
      fields: "Ottica,Meccanica,Elettronica,Energia,Logistica,Tessile,Metallurgia",
      cities: "Torino,Bologna,Padova,Firenze,Genova,Trieste",
      institutions: "Università B C,Istituto di F di C,Consorzio B F"),
    GeneratedLanguage(
      "ES", forms: "S.L.,SL,Sociedad Limitada|S.A.,Sociedad Anónima",
      families: "Ibáñez,Hernández,Echeverría,Muñoz,Cabañas,Velázquez,Zubiría,Peñalver",
      firsts: "Antonio,José,Manuel", fields: "Óptica,Mecánica,Electrónica,Energía,Logística,Textil",
      cities: "Madrid,Sevilla,Zaragoza,Málaga,Bilbao",
      institutions: "Universidad B C,Instituto de F de C,Clúster F C"),
    GeneratedLanguage(
      "PL", forms: "Sp. z o.o.,spółka z ograniczoną odpowiedzialnością|S.A.,Spółka Akcyjna",
      families:
        "Wiśniewski,Dąbrowski,Kozłowski,Jabłoński,Zieliński,Grześkowiak,Świątek,Łukaszewicz",
      firsts: "Jan,Piotr", fields: "Optyka,Mechanika,Elektronika,Energetyka,Logistyka",
      cities: "Warszawa,Kraków,Łódź,Wrocław,Poznań,Gdańsk",
      institutions: "Instytut F C,Klaster F C,Stowarzyszenie B"),
    GeneratedLanguage(
      "CZ", forms: "s.r.o.,spol. s r.o.|a.s.,akciová společnost",
      families: "Dvořák,Procházka,Kučera,Veselý,Horáček,Růžička,Šimůnek,Křížek",
      firsts: "Jan,Josef", fields: "Optika,Strojírenství,Elektronika,Energetika,Logistika",
      cities: "Praha,Brno,Ostrava,Plzeň,Olomouc", institutions: "Ústav F C,Klastr F C,Spolek B"),
    GeneratedLanguage(
      "SE", forms: "AB,Aktiebolag", families: "Sjöström,Lindqvist,Åkesson,Björklund,Hägglund,Öberg",
      firsts: "Nils,Erik", fields: "Optik,Mekanik,Elektronik,Energi,Logistik",
      cities: "Stockholm,Göteborg,Malmö,Lund,Uppsala", institutions: "Institutet B F,Kluster F C"),
    GeneratedLanguage(
      "HU", forms: "Kft.,Korlátolt Felelősségű Társaság|Zrt.,zártkörűen működő részvénytársaság",
      families: "Szűcs,Kovács,Németh,Bárdos,Gyöngyösi,Kőműves,Török",
      firsts: "István,János", fields: "Optika,Gépipar,Elektronika,Energetika,Logisztika",
      cities: "Budapest,Szeged,Debrecen,Pécs,Győr", institutions: "B Intézet C,F Klaszter C"),
    GeneratedLanguage(
      "NL", forms: "B.V.,BV,Besloten Vennootschap|N.V.,NV",
      families: "van den Berg,de Vries,Hoogendoorn,Schouten,van der Linden,Kuipers,Dijkstra",
      firsts: "Jan,Pieter", fields: "Optiek,Techniek,Elektronica,Energie,Logistiek",
      cities: "Delft,Eindhoven,Utrecht,Enschede,Groningen",
      institutions: "Universiteit B C,Instituut voor F C,Vereniging B"),
  ]
}
