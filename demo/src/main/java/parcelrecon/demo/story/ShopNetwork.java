package parcelrecon.demo.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The stores, few of them large: names, supervisors and phone numbers are invented. */
final class ShopNetwork {

  static final int SHOPS = 2_400;

  private static final String[] AREAS = {
    "台北市中正區", "台北市大安區", "台北市信義區", "台北市內湖區", "台北市士林區", "新北市板橋區", "新北市中和區", "新北市三重區", "新北市新店區",
    "新北市淡水區", "桃園市桃園區", "桃園市中壢區", "桃園市龜山區", "新竹市東區", "新竹縣竹北市", "苗栗縣頭份市", "台中市西屯區", "台中市北屯區",
    "台中市豐原區", "彰化縣員林市", "南投縣草屯鎮", "雲林縣斗六市", "嘉義市西區", "台南市東區", "台南市永康區", "高雄市左營區", "高雄市三民區",
    "高雄市鳳山區", "屏東縣屏東市", "宜蘭縣羅東鎮", "花蓮縣花蓮市", "台東縣台東市"
  };
  private static final String[] ROADS = {
    "民生", "忠孝", "仁愛", "信義", "和平", "中正", "中山", "復興", "建國", "光明", "文化", "自由", "成功", "大同", "永安", "福德",
    "新生", "長春", "東興", "南門", "北新", "景平", "河堤", "學府", "車站"
  };
  private static final String[] FAMILY = {"陳", "林", "黃", "張", "李", "王", "吳", "劉", "蔡", "楊"};
  private static final String[] GIVEN = {"雅婷", "家豪", "淑芬", "志明", "怡君", "俊宏", "美玲", "建志"};

  private final List<Shop> shops;
  private final double[] upTo;

  ShopNetwork(Dice dice) {
    List<Shop> all = new ArrayList<>(SHOPS);
    for (int i = 0; i < SHOPS; i++) {
      all.add(shop(i, dice));
    }
    shops = Collections.unmodifiableList(all);
    upTo = new double[SHOPS];
    double sum = 0;
    for (int i = 0; i < SHOPS; i++) {
      sum += shops.get(i).weight();
      upTo[i] = sum;
    }
  }

  List<Shop> shops() {
    return shops;
  }

  /** A store, the large ones more often. */
  Shop draw(Dice dice) {
    int found = Arrays.binarySearch(upTo, dice.share() * upTo[SHOPS - 1]);
    return shops.get(Math.min(SHOPS - 1, found < 0 ? -found - 1 : found));
  }

  private static Shop shop(int index, Dice dice) {
    int area = index % AREAS.length;
    String name = ROADS[index / AREAS.length % ROADS.length] + suffix(index) + "門市";
    String supervisor = FAMILY[area % FAMILY.length] + GIVEN[area / 4];
    String phone = String.format(Locale.ROOT, "(0%d)5550-%04d", 2 + area % 7, index);
    return new Shop(
        String.format(Locale.ROOT, "%06d", 110_000 + index * 37),
        name,
        AREAS[area],
        supervisor,
        phone,
        dice.longTailed(1, 0.82));
  }

  private static String suffix(int index) {
    int round = index / (AREAS.length * ROADS.length);
    return round == 0 ? "" : String.valueOf("一二三四五六七八九".charAt(round - 1));
  }
}
