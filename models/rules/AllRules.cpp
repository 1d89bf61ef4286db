// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"

namespace marquee::rules {

std::vector<std::unique_ptr<Rule>> makeAllRules()
{
    std::vector<std::unique_ptr<Rule>> rules;
    for (const auto make : {
              makePL001, makePL002, makePL003, makePL004, makePL005, makePL006, makeAV001, makeAV002, makeAV003,
              makeAV004, makeAV005, makeAV006, makeAV007, makeAV008, makeAV009, makeAV010, makeAV011, makeAV012,
              makeAV013, makeAV014, makeAV101, makeAV102, makeAV103, makeAV104, makeAV105, makeAV106, makeAV107,
              makeAV108, makeAV109, makeAV110, makeAV111, makeAV112, makeAV113, makeAV114, makeAV115, makeTM001,
              makeTM002, makeTM003, makeTM004, makeTM005, makeTM006, makeTM007, makeTM008, makeTM009, makeTM010,
              makeTM011, makeTM012, makeTM013, makeTM014, makeTM015, makeTM016, makeBA001, makeBA002, makeBA003,
              makeBA004, makeBA005, makeBA006, makePF001, makePF002, makePF003, makePF004, makePF005, makePF006,
              makePF007, makePF008, makePF009, makePF010, makePF011, makePF012, makePF013, makePF014, makePF015,
              makeAT001, makeAT002, makeAT003, makeAT004, makeAT005, makeAT006, makeAT007, makeAT008, makeAT009,
         })
        rules.push_back(make());
    return rules;
}

} // namespace marquee::rules
